package io.stacgenerator.internal.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variable length records of a LAS file that say something of all points (ASPRS LAS 1.4 R15, 2.5 to 2.7). */
final class LasRecords {

    private static final String PROJECTION = "LASF_Projection";
    private static final int WKT = 2112;
    private static final int GEO_KEYS = 34735;
    private static final int GEO_NUMBERS = 34736;
    private static final int GEO_TEXT = 34737;
    private static final String EXTRA_BYTES = "LASF_Spec 4";
    private static final String COPC = "copc 1";

    private static final Set<String> KNOWN = Set.of(
            PROJECTION + " " + WKT,
            PROJECTION + " " + GEO_KEYS,
            PROJECTION + " " + GEO_NUMBERS,
            PROJECTION + " " + GEO_TEXT,
            EXTRA_BYTES,
            COPC);

    private static final int HEADER = 54;
    private static final int EXTENDED_HEADER = 60;

    /** Files have some tens; each one may cost a request. */
    private static final int MOST = 1000;

    /** Well-known text takes some kilobytes; records that are longer hold something else. */
    private static final int LONGEST = 1 << 20;

    private final boolean wktFirst;
    private final Map<String, byte[]> contents = new HashMap<>();

    private LasRecords(boolean wktFirst) {
        this.wktFirst = wktFirst;
    }

    static LasRecords read(HeaderBytes bytes, LasHeader header) throws IOException {
        LasRecords records = new LasRecords(header.wkt());
        records.read(bytes, header.length(), header.records(), HEADER);
        if (!records.haveSystem()) {
            records.read(bytes, header.extendedAt(), header.extendedRecords(), EXTENDED_HEADER); // after all points
        }
        return records;
    }

    private void read(HeaderBytes bytes, long start, long count, int headerLength) throws IOException {
        long at = start;
        for (long i = 0; i < Math.min(count, MOST) && bytes.holds(at, headerLength); i++) {
            ByteBuffer head = bytes.view(at, headerLength);
            String name = text(head, 2, 16) + " " + (head.getShort(18) & 0xFFFF);
            long length = headerLength == HEADER ? head.getShort(20) & 0xFFFF : head.getLong(20);
            at += headerLength;
            if (KNOWN.contains(name) && length >= 0 && length <= LONGEST && bytes.holds(at, length)) {
                byte[] content = new byte[(int) length];
                bytes.view(at, content.length).get(content);
                contents.putIfAbsent(name, content);
            }
            if (!bytes.holds(at, length)) {
                return;
            }
            at += length;
        }
    }

    private boolean haveSystem() {
        return content(WKT) != null || content(GEO_KEYS) != null;
    }

    private byte @Nullable [] content(int id) {
        return contents.get(PROJECTION + " " + id);
    }

    /** Returns whether the file is a cloud-optimized point cloud (COPC 1.0, info VLR). */
    boolean indexed() {
        return contents.containsKey(COPC);
    }

    Optional<CrsDefinition> crs(List<Warning> warnings) {
        return wktFirst
                ? byText(warnings).or(() -> byKeys(warnings))
                : byKeys(warnings).or(() -> byText(warnings));
    }

    private Optional<CrsDefinition> byText(List<Warning> warnings) {
        byte[] wkt = content(WKT);
        return wkt == null
                ? Optional.empty()
                : ReferenceSystems.read(text(ByteBuffer.wrap(wkt), 0, wkt.length), warnings);
    }

    private Optional<CrsDefinition> byKeys(List<Warning> warnings) {
        byte[] keys = content(GEO_KEYS);
        if (keys == null) {
            return Optional.empty();
        }
        byte[] numbers = contents.getOrDefault(PROJECTION + " " + GEO_NUMBERS, new byte[0]);
        byte[] text = contents.getOrDefault(PROJECTION + " " + GEO_TEXT, new byte[0]);
        return GeoKeys.of(shorts(keys), doubles(numbers), text(ByteBuffer.wrap(text), 0, text.length))
                .flatMap(read -> ReferenceSystems.read(read, warnings));
    }

    private static long[] shorts(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long[] shorts = new long[bytes.length / Short.BYTES];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = buffer.getShort() & 0xFFFF;
        }
        return shorts;
    }

    private static double[] doubles(byte[] bytes) {
        double[] doubles = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(doubles);
        return doubles;
    }

    /** Returns the dimensions beyond those of the point format. */
    List<Map<String, Object>> extraDimensions() {
        byte[] described = contents.getOrDefault(EXTRA_BYTES, new byte[0]);
        ByteBuffer buffer = ByteBuffer.wrap(described);
        List<Map<String, Object>> dimensions = new ArrayList<>();
        for (int at = 0; at + LasDimension.EXTRA_LENGTH <= described.length; at += LasDimension.EXTRA_LENGTH) {
            LasDimension.extra(buffer.get(at + 2) & 0xFF, text(buffer, at + 4, 32))
                    .ifPresent(dimensions::add);
        }
        return dimensions;
    }

    /** Strings end with a zero, or fill their place. */
    private static String text(ByteBuffer buffer, int at, int length) {
        byte[] text = new byte[length];
        buffer.get(at, text);
        String all = new String(text, UTF_8);
        int end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end)).strip();
    }
}
