package dev.winnow.ingest.imports;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Cuts what arrives into lines. It keeps the begin of one line at most, and of a line that is too long nothing: the rest
 * is passed over up to its end. One for each import.
 */
final class LineSplitter {

    private final int longest;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number = 1;

    LineSplitter(int longest) {
        this.longest = longest;
    }

    /** The lines that end within a buffer, which is released. */
    List<Line> split(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        var lines = new ArrayList<Line>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                append(bytes, from, i);
                lines.add(ended());
                from = i + 1;
            }
        }
        append(bytes, from, bytes.length);
        return lines;
    }

    /** The last line, where it does not end with a line end. */
    List<Line> end() {
        return begun.size() > 0 || tooLong ? List.of(ended()) : List.of();
    }

    private void append(byte[] bytes, int from, int to) {
        if (tooLong) {
            return;
        }
        if (begun.size() + to - from > longest) {
            tooLong = true;
            begun.reset();
        } else {
            begun.write(bytes, from, to - from);
        }
    }

    private Line ended() {
        var line = new Line(number++, tooLong ? null : begun.toByteArray());
        tooLong = false;
        begun.reset();
        return line;
    }
}
