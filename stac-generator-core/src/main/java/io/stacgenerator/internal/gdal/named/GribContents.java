package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What GRIB messages hold that GDAL opens as a file of its own: it takes the data of JPEG 2000 packing for a file of
 * any format that it knows, also of one that names others.
 */
final class GribContents {

    private static final int PIECE = 1 << 20;

    /** No format of these is part of honest messages, and their signatures are long enough not to occur by chance. */
    private static final List<byte[]> EMBEDDED = Stream.of(
                    "\u0089HDF\r\n\u001a\n",
                    "PCIDSK  ",
                    "EHFA_HEADER_TAG",
                    "SQLite format 3",
                    "<VRTDataset",
                    "<MRF_META")
            .map(signature -> signature.getBytes(ISO_8859_1))
            .toList();

    /** The first bytes of these; looking at each byte once takes about 2 s for each GiB. */
    private static final boolean[] FIRST = first();

    /** Pieces overlap by so many bytes, so that none of these is cut. */
    private static final int LONGEST =
            EMBEDDED.stream().mapToInt(signature -> signature.length).max().orElseThrow();

    /** GDAL looks for the first message here, whatever the case. */
    private static final int HEAD = 1024;

    private GribContents() {}

    /** Searches a file for signatures, where it is GRIB. */
    static Optional<String> in(FileBytes file) throws IOException {
        if (!text(file.read(0, Math.min(HEAD, file.size())))
                .toUpperCase(Locale.ROOT)
                .contains("GRIB")) {
            return Optional.empty();
        }
        for (long at = 0; at < file.size(); at += PIECE) {
            AssetBudget.check();
            byte[] piece =
                    file.read(at, Math.min(PIECE + LONGEST, file.size() - at)).array();
            if (embedded(piece)) {
                return Optional.of("a file of another format as its data");
            }
        }
        return Optional.empty();
    }

    private static boolean[] first() {
        boolean[] first = new boolean[1 << Byte.SIZE];
        EMBEDDED.forEach(signature -> first[signature[0] & 0xFF] = true);
        return first;
    }

    private static boolean embedded(byte[] piece) {
        for (int i = 0; i < piece.length; i++) {
            if (FIRST[piece[i] & 0xFF] && starts(piece, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] piece, int at) {
        for (byte[] signature : EMBEDDED) {
            int end = at + signature.length;
            if (end <= piece.length && Arrays.equals(signature, 0, signature.length, piece, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static String text(ByteBuffer bytes) {
        return ISO_8859_1.decode(bytes).toString();
    }
}
