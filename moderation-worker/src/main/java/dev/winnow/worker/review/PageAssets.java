package dev.winnow.worker.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * The pages' style sheets and scripts: a few small files, read at start. A browser asks each time whether they are still
 * the same, by a hash of their content: the times of files in a jar say nothing.
 */
@RestController
class PageAssets {

    private final Map<String, Asset> assets = new HashMap<>();

    PageAssets() throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:/review/assets/*.*")) {
            assets.put(Objects.requireNonNull(resource.getFilename()), Asset.of(resource));
        }
    }

    @GetMapping("/review/assets/{name}")
    Mono<ResponseEntity<byte[]>> asset(@PathVariable String name) {
        var asset = assets.get(name);
        if (asset == null) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return Mono.just(ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(asset.tag)
                .contentType(asset.type)
                .body(asset.content));
    }

    private record Asset(byte[] content, String tag, MediaType type) {

        static Asset of(Resource resource) throws IOException {
            var content = resource.getContentAsByteArray();
            var type = MediaTypeFactory.getMediaType(resource).orElse(MediaType.APPLICATION_OCTET_STREAM);
            var isText = type.getType().equals("text") || type.getSubtype().equals("javascript");
            return new Asset(
                    content, "\"" + hash(content) + "\"", isText ? new MediaType(type, StandardCharsets.UTF_8) : type);
        }

        private static String hash(byte[] content) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(content);
                return HexFormat.of().formatHex(hash, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
