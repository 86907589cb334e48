package dev.winnow.worker.policy;

/** Whether the policies have been read from their topic, so that what the table says is true. */
@FunctionalInterface
public interface PolicyReadiness {

    boolean isReady();
}
