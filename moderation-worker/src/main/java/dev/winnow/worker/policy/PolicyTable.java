package dev.winnow.worker.policy;

import dev.winnow.events.Policy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The policies in force, by site, as far as this instance has read their topic. The global stream thread writes it,
 * screening and the API read it: the same policy is the same object until it changes. Safe for any thread.
 */
@Component
public class PolicyTable {

    private final Map<String, Policy> policies = new ConcurrentHashMap<>();

    /** The policy in force; the built-in one where the site never set any. */
    public Policy inForce(String site) {
        var policy = policies.get(site);
        return policy == null ? Policy.builtIn(site) : policy;
    }

    /** Puts a policy in force. */
    public void put(Policy policy) {
        policies.put(policy.site(), policy);
    }

    /** Goes back to the built-in policy. */
    public void remove(String site) {
        policies.remove(site);
    }

    /** Forgets all, before the topic is read anew. */
    public void clear() {
        policies.clear();
    }
}
