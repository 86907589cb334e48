package dev.winnow.ingest;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Where BlockHound need not complain: what may wait there does so for another thread's few instructions only. */
public final class AllowedToWait implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // The producer's pool of buffers is behind a lock. For room in it nobody waits: max.block.ms is 0.
        builder.allowBlockingCallsInside("org.apache.kafka.clients.producer.internals.BufferPool", "allocate");
    }
}
