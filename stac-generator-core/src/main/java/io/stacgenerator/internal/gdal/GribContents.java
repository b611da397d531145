package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What GRIB messages hold that GDAL opens as a file of its own: it takes the data of JPEG 2000 packing for a file of
 * any format that it knows, also of one that names others.
 */
final class GribContents {

    private static final int PIECE = 1 << 20;

    /** No format of these is part of honest messages, and their signatures are long enough not to occur by chance. */
    private static final List<String> EMBEDDED = List.of(
            "\u0089HDF\r\n\u001a\n", "PCIDSK  ", "EHFA_HEADER_TAG", "SQLite format 3", "<VRTDataset", "<MRF_META");

    private static final int LONGEST = 15;

    /** GDAL looks for the first message here, whatever the case. */
    private static final int HEAD = 1024;

    private GribContents() {}

    /** Searches a file for signatures, where it is GRIB. */
    static Optional<String> in(FileBytes file) throws IOException {
        if (!text(file.read(0, Math.min(HEAD, file.size()))).toUpperCase(Locale.ROOT).contains("GRIB")) {
            return Optional.empty();
        }
        for (long at = 0; at < file.size(); at += PIECE) {
            AssetBudget.check();
            String piece = text(file.read(at, Math.min(PIECE + LONGEST, file.size() - at)));
            if (EMBEDDED.stream().anyMatch(piece::contains)) {
                return Optional.of("a file of another format as its data");
            }
        }
        return Optional.empty();
    }

    private static String text(ByteBuffer bytes) {
        return ISO_8859_1.decode(bytes).toString();
    }
}
