package io.stacgenerator.cli;

import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads files that do to their process what the worst rasters do: {@code poison: crash}, {@code hang} or
 * {@code memory}.
 */
public final class PoisonReader implements RasterReader {

    private static final String MARK = "poison: ";
    private static final int CRASHED = 139;

    /** Writes a folder that makes this reader a service of whoever has it on the class path. */
    static Path register(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(RasterReader.class.getName()), PoisonReader.class.getName());
        return folder;
    }

    static Path write(Path file, String what) throws IOException {
        return Files.writeString(file, MARK + what);
    }

    @Override
    public String id() {
        return "poison";
    }

    @Override
    public int order() {
        return -1;
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return text(head).startsWith(MARK);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        String what = text(object.read(0, (int) object.size())).substring(MARK.length());
        if (what.equals("crash")) {
            Runtime.getRuntime().halt(CRASHED);
        }
        Deque<byte[]> held = new ArrayDeque<>(List.of(new byte[0]));
        while (true) {
            if (what.equals("memory")) {
                held.push(new byte[held.peek().length + (1 << 20)]); // keeps all before it
            } else {
                LockSupport.parkNanos(1_000_000); // heeds no interrupt, as native code does
                Thread.interrupted();
            }
        }
    }
}
