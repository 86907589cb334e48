package dev.winnow.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a folder for one instance, in this process and among all processes. The operating system lets go of it when
 * the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

    /**
     * What this process holds. Asked before the file is touched, because on POSIX systems closing any handle of a file
     * gives up every lock that the process has on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /** Creates the folder if need be and takes it. */
    public static FolderLock take(Path wanted) {
        var folder = create(wanted);
        if (!HELD.add(folder)) {
            throw new FolderInUse(folder);
        }
        var taken = false;
        try {
            var lock = new FolderLock(folder, lockFile(folder));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(folder);
            }
        }
    }

    private static Path create(Path wanted) {
        try {
            return Files.createDirectories(wanted).toRealPath();
        } catch (IOException e) {
            throw new FolderNotWritable(wanted.toAbsolutePath(), e);
        }
    }

    private static FileChannel lockFile(Path folder) {
        try {
            var file = FileChannel.open(
                    folder.resolve(".winnow-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw new FolderInUse(folder);
            }
            return file;
        } catch (IOException e) {
            throw new FolderNotWritable(folder, e);
        }
    }

    /** The folder by its real path. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
