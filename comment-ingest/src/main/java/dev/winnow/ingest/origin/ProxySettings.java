package dev.winnow.ingest.origin;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose word about a client's address counts.
 *
 * @param trustedProxies the addresses of your own proxies, as CIDR ranges such as {@code 10.0.0.0/8}; none by default. Only what
 *     these say in {@code X-Forwarded-For} is believed
 */
@Validated
@ConfigurationProperties("winnow.ingest")
public record ProxySettings(@DefaultValue List<String> trustedProxies) {

    public ProxySettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
