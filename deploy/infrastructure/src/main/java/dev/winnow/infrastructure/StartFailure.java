package dev.winnow.infrastructure;

/** Why a broker or a store was not started, said so that whoever starts it knows what to change. */
public abstract sealed class StartFailure extends RuntimeException permits PortInUse, FolderNotWritable, FolderInUse {

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    StartFailure(String message) {
        super(message);
    }
}
