package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.gdal.named.FileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The date in a message of GRIB edition 1, whose digits GDAL does not give (WMO 306, FM 92 GRIB, section 1). */
final class GribDate {

    static final String FIRST_DAY = "1970-01-01";

    /** GDAL looks for the first message here. */
    private static final int HEAD = 1024;

    private static final int EDITION = 7;
    private static final int YEAR = 20;
    private static final int CENTURY = 32;

    private GribDate() {}

    /** Returns the date of the first message as written, even if there is no such day; empty without a message. */
    static Optional<String> ofFirst(Path file) {
        try (FileBytes bytes = FileBytes.open(file)) {
            ByteBuffer head = bytes.read(0, Math.min(HEAD, bytes.size()));
            int at = StandardCharsets.ISO_8859_1
                    .decode(head.duplicate())
                    .toString()
                    .indexOf("GRIB");
            boolean first = at >= 0 && head.remaining() > at + CENTURY && head.get(at + EDITION) == 1;
            return first ? Optional.of(date(head, at)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String date(ByteBuffer head, int at) {
        int year = ((head.get(at + CENTURY) & 0xFF) - 1) * 100 + (head.get(at + YEAR) & 0xFF);
        return "%04d-%02d-%02d".formatted(year, head.get(at + YEAR + 1) & 0xFF, head.get(at + YEAR + 2) & 0xFF);
    }
}
