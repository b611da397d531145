package io.stacgenerator.cli.batch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.stacgenerator.cli.file.AppendedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which requests of a batch have their items, and how long its files were after each: a file with a line for each
 * request. It is written after them, so that what it records is there whenever the process ends.
 */
final class BatchRecord implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final Map<Long, Integer> done = new HashMap<>();

    private BatchRecord(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** What is done after a request: the lengths of the files in bytes. */
    record Entry(long key, long items, long warnings) {

        private static final int MEMBERS = 3;

        private static Entry parse(String line) {
            List<String> members = List.of(line.split(" ", MEMBERS));
            return new Entry(
                    Long.parseUnsignedLong(members.get(0), 16),
                    Long.parseLong(members.get(1)),
                    Long.parseLong(members.get(2)));
        }

        private String line() {
            return "%016x %d %d\n".formatted(key, items, warnings);
        }

        private boolean isWithin(long itemsSize, long warningsSize) {
            return items <= itemsSize && warnings <= warningsSize;
        }
    }

    /** Returns where the record of a file of items is. */
    static Path of(Path items) {
        return items.resolveSibling(items.getFileName() + ".done");
    }

    static BatchRecord open(Path file) throws IOException {
        return new BatchRecord(file, FileChannel.open(file, CREATE, WRITE));
    }

    /**
     * Reads what is done, up to the last request of which the files hold all: a machine that lost its power may have
     * kept more of this file than of them.
     */
    Entry restore(long items, long warnings) throws IOException {
        Entry last = new Entry(0, 0, 0);
        long end = 0;
        String text = Files.readString(file, US_ASCII);
        for (int from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
            Entry entry = Entry.parse(text.substring(from, to));
            if (!entry.isWithin(items, warnings)) {
                break;
            }
            last = entry;
            done.merge(entry.key(), 1, Integer::sum);
            end = to + 1L;
        }
        channel.truncate(end);
        channel.position(end);
        return last;
    }

    boolean takes(long key) {
        Integer times = done.get(key);
        if (times == null) {
            return false;
        }
        if (times == 1) {
            done.remove(key);
        } else {
            done.put(key, times - 1);
        }
        return true;
    }

    void add(Entry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(entry.line().getBytes(US_ASCII));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    void remove() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    void moveTo(Path place) throws IOException {
        channel.close();
        Files.move(file, place, REPLACE_EXISTING);
    }

    /** Keeps the file, if there is anything in it. */
    @Override
    public void close() throws IOException {
        AppendedFile.close(channel, file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
