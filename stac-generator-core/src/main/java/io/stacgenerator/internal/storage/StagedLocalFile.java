package io.stacgenerator.internal.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.stacgenerator.spi.sink.StagedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is written next to its place and moved there. */
final class StagedLocalFile implements StagedFile {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path part;
    private final OutputStream stream;
    private final @Nullable String replaced;
    private boolean committed;

    StagedLocalFile(Path target, Path part, OutputStream stream, @Nullable String replaced) {
        this.target = target;
        this.part = part;
        this.stream = new BufferedOutputStream(stream, BUFFER);
        this.replaced = replaced;
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public void commit() throws IOException {
        stream.close();
        if (replaced != null && !replaced.equals(Files.exists(target) ? FileTarget.version(target) : "")) {
            throw new IOException("someone else has changed %s meanwhile; try again".formatted(target));
        }
        Files.move(part, target, ATOMIC_MOVE);
        committed = true;
    }

    /** What cannot be removed stays under its temporary name; there is nobody to report a second failure to. */
    @Override
    public void discard() {
        if (committed) {
            return;
        }
        try (stream) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
