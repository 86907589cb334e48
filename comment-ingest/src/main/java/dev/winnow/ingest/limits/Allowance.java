package dev.winnow.ingest.limits;

/**
 * What the limits say to one request.
 *
 * @param granted whether it may go on
 * @param rateLimit the value of the header {@code RateLimit}, empty where there are no limits
 * @param rateLimitPolicy the value of the header {@code RateLimit-Policy}
 * @param retryAfterSeconds where it may not go on, when to try again
 */
public record Allowance(boolean granted, String rateLimit, String rateLimitPolicy, int retryAfterSeconds) {

    static final Allowance UNLIMITED = new Allowance(true, "", "", 0);

    /** Whether the answer says how much is left. */
    public boolean limited() {
        return !rateLimit.isEmpty();
    }
}
