package dev.winnow.quickstart;

import dev.winnow.infrastructure.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder in which everything lies that the quickstart keeps; taken by one quickstart at a time. */
final class Folder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final FolderLock lock;

    private Folder(FolderLock lock) {
        this.lock = lock;
    }

    static Folder take(Path wanted) {
        return new Folder(FolderLock.take(wanted));
    }

    Path path() {
        return lock.folder();
    }

    Path kafka() {
        return path().resolve("kafka");
    }

    Path store() {
        return path().resolve("store");
    }

    /** The local tables of the worker's streams; the log has all that is in them. */
    Path streams() {
        return path().resolve("streams");
    }

    Path log() {
        return path().resolve("quickstart.log");
    }

    /** A random secret of that name, made when it is first asked for, which only the folder's owner may read. */
    String secret(String name) {
        var file = path().resolve(name + ".secret");
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written aside and then moved, so that an end in the middle leaves no half secret. */
    private static void write(Path file, String secret) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, ownerOnly(file));
        Files.writeString(aside, secret);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether something was noted as done for good. */
    boolean isDone(String what) {
        return Files.exists(path().resolve(what + ".done"));
    }

    void noteDone(String what) {
        try {
            Files.writeString(path().resolve(what + ".done"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
