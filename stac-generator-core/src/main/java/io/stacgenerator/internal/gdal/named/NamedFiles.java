package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds files that the bytes of a file name as the place of its contents, so that GDAL would read them wherever they
 * are.
 *
 * <p>The formats whose drivers follow such names are those here; each is known by its signature, not by the driver that
 * will read it, since GDAL tries several. A structure that cannot be followed counts as one that names files.
 */
public final class NamedFiles {

    /** A format whose files can name others. */
    private record Format(String signature, Search search) {}

    /** Looks for names in a file. */
    @FunctionalInterface
    private interface Search {

        /** Returns what the file names, empty where it names nothing. */
        Optional<String> in(FileBytes file) throws IOException;
    }

    private static final List<Format> FORMATS = List.of(
            new Format("\u000e\u0003\u0013\u0001", Hdf4Names::in),
            new Format("PCIDSK", PcidskNames::in),
            new Format(HfaTree.SIGNATURE, HfaNames::in),
            new Format("AuxilaryTarget", NamedFiles::target));

    /** GDAL takes so many bytes for the name in the header of PAux. */
    private static final int TARGET = 1024;

    private NamedFiles() {}

    /**
     * Searches a file or a folder.
     *
     * @return what it names; empty where it names nothing
     * @throws EOFException when its structure leads beyond its end
     */
    public static Optional<String> in(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return ZarrNames.in(file);
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            return in(bytes);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.of("what cannot be followed");
        }
    }

    private static Optional<String> target(FileBytes file) throws IOException {
        String head =
                ISO_8859_1.decode(file.read(0, Math.min(TARGET, file.size()))).toString();
        String target = head.lines().findFirst().orElse("");
        return target.contains("/") ? Optional.of("a file in another folder") : Optional.empty();
    }

    private static Optional<String> in(FileBytes file) throws IOException {
        for (Format format : FORMATS) {
            if (file.has(0, format.signature().getBytes(ISO_8859_1))) {
                return format.search().in(file);
            }
        }
        // the drivers of both look for their signatures further on too
        Optional<String> hdf5 = Hdf5Names.in(file);
        return hdf5.isPresent() ? hdf5 : GribContents.in(file);
    }
}
