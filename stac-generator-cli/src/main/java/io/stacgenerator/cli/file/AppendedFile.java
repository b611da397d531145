package io.stacgenerator.cli.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that appears when it is complete. What is written before stands next to it, under its name with {@code .part},
 * where it outlives the process.
 */
public final class AppendedFile implements Output {

    private final Path target;
    private final Path part;
    private final FileChannel channel;

    private AppendedFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    public static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** Opens what another process has left of a file, or begins a new one. */
    public static AppendedFile open(Path path) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path part = part(target);
        FileChannel channel = FileChannel.open(part, CREATE, WRITE);
        channel.position(channel.size());
        return new AppendedFile(target, part, channel);
    }

    @Override
    public void write(String text) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    public long size() throws IOException {
        return channel.position();
    }

    /** Forgets what was written after a place. */
    public void truncate(long size) throws IOException {
        channel.truncate(size);
        channel.position(size);
    }

    @Override
    public void commit() throws IOException {
        try {
            channel.force(true);
            channel.close();
            Files.move(part, target, ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Keeps the part, if there is anything in it. */
    @Override
    public void close() throws IOException {
        close(channel, part);
    }

    /** Closes a file, and keeps it if there is anything in it. */
    public static void close(FileChannel channel, Path file) throws IOException {
        if (channel.isOpen()) {
            boolean empty = channel.size() == 0;
            channel.close();
            if (empty) {
                Files.deleteIfExists(file);
            }
        }
    }

    private IOException failed(IOException cause) {
        return new IOException("cannot write %s: %s".formatted(target, Input.reason(cause)), cause);
    }
}
