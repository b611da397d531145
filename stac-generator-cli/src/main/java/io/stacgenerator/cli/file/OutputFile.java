package io.stacgenerator.cli.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A file that appears complete or not at all: it is written next to its place and moved there. */
final class OutputFile implements Output {

    private final Path target;
    private final Path written;
    private final BufferedWriter writer;

    private OutputFile(Path target, Path written, BufferedWriter writer) {
        this.target = target;
        this.written = written;
        this.writer = writer;
    }

    static OutputFile create(Path path) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new OutputFile(target, target, Files.newBufferedWriter(target, WRITE));
        }
        Path part = target.resolveSibling(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
        BufferedWriter writer = Files.newBufferedWriter(part, CREATE_NEW, WRITE);
        part.toFile().deleteOnExit();
        return new OutputFile(target, part, writer);
    }

    @Override
    public void write(String text) throws IOException {
        try {
            writer.write(text);
            writer.newLine();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void commit() throws IOException {
        try {
            writer.close();
            if (isPart()) {
                Files.move(written, target, ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            if (isPart()) {
                Files.deleteIfExists(written);
            }
        }
    }

    /** A device or a pipe is written in place: it must not be replaced by a file. */
    private boolean isPart() {
        return !written.equals(target);
    }

    private IOException failed(IOException cause) {
        return new IOException("cannot write %s: %s".formatted(target, Input.reason(cause)), cause);
    }
}
