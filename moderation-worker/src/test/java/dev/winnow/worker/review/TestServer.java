package dev.winnow.worker.review;

import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** Gives each worker of a test event loops of its own, so that closing one leaves the others and the clients theirs. */
class TestServer { // no @Configuration: it would be found by every other test's scan too

    @Bean
    ReactorResourceFactory ownLoops() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }
}
