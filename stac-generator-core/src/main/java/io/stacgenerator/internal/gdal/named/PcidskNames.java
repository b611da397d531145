package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Channels of PCIDSK that are in other files (PCIDSK File Format, file header and image headers). */
final class PcidskNames {

    private static final int BLOCK = 512;
    private static final int IMAGE_HEADER = 1024;

    private PcidskNames() {}

    /** Reads the names in the headers of all channels. */
    static Optional<String> in(FileBytes file) throws IOException {
        long headers = (number(file, 336, 16) - 1) * BLOCK;
        long channels = number(file, 376, 8);
        AssetBudget.bands(channels);
        for (long i = 0; i < channels; i++) {
            String name = text(file, headers + i * IMAGE_HEADER + 64, 64);
            if (Stream.of("", "/SIS=", "<uninitialized>").noneMatch(each -> inside(name, each))) {
                return Optional.of("'%s' as the place of channel %d".formatted(name, i + 1));
            }
        }
        return Optional.empty();
    }

    /** Nothing, or the image in the file itself that holds the tiles. */
    private static boolean inside(String name, String start) {
        return start.isEmpty() ? name.isEmpty() : name.startsWith(start);
    }

    private static long number(FileBytes file, long at, int length) throws IOException {
        String text = text(file, at, length);
        return text.matches("\\d{1,16}") ? Long.parseLong(text) : 0;
    }

    private static String text(FileBytes file, long at, int length) throws IOException {
        return ISO_8859_1
                .decode(file.read(at, length))
                .toString()
                .replace('\0', ' ')
                .strip();
    }
}
