package dev.winnow.infrastructure;

/** Somebody else listens on the port already. */
public final class PortInUse extends StartFailure {

    private final int port;

    PortInUse(int port, Throwable cause) {
        super("Port %d is taken by another program: stop it, or choose another port.".formatted(port), cause);
        this.port = port;
    }

    /** The port that was asked for. */
    public int port() {
        return port;
    }
}
