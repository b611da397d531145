package io.stacgenerator.internal.dataset;

import static io.stacgenerator.internal.dataset.HeaderReader.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The public header block of a LAS file (ASPRS LAS 1.4 R15, 2.4). That of 1.5 has three fields of times more at its
 * end.
 *
 * @param wkt whether the reference system is well-known text
 * @param length the length of the block, which the variable length records follow
 * @param pointsAt where the points start
 * @param records how many variable length records there are
 * @param format the format of the point records
 * @param compressed whether the points are compressed by LASzip
 * @param count how many points there are
 * @param laterReturns whether some points are not the first return of their pulse
 * @param greatestAndLeast of x, y and z, in this order
 * @param extendedAt where the extended records start, 0 where there are none
 * @param extendedRecords how many extended records there are
 */
record LasHeader(
        boolean wkt,
        int length,
        long pointsAt,
        long records,
        int format,
        boolean compressed,
        long count,
        boolean laterReturns,
        List<Double> greatestAndLeast,
        long extendedAt,
        long extendedRecords) {

    private static final int LENGTH = 227;
    private static final int LENGTH_OF_1_4 = 375;
    private static final int WKT_BIT = 1 << 4;

    /** LASzip sets the highest bits of the format. */
    private static final int FORMAT_BITS = 0x3F;

    private static final int FORMATS = 11;

    static LasHeader read(HeaderBytes bytes) throws IOException {
        ByteBuffer block = bytes.view(0, LENGTH);
        int minor = block.get(25) & 0xFF;
        require(block.get(24) == 1 && minor <= 5, "LAS 1.0 to 1.5, got %d.%d".formatted(block.get(24) & 0xFF, minor));
        int format = block.get(104) & FORMAT_BITS;
        require(format < FORMATS, "a point format of 0 to 10, got " + format);
        boolean large = minor >= 4;
        ByteBuffer whole = large ? bytes.view(0, LENGTH_OF_1_4) : block;
        long count = large ? whole.getLong(247) : Integer.toUnsignedLong(block.getInt(107));
        require(count >= 0, "less than 2^63 points, got " + Long.toUnsignedString(count));
        List<Double> bounds = IntStream.range(0, 6)
                .mapToObj(i -> block.getDouble(179 + i * Double.BYTES))
                .toList();
        return new LasHeader(
                minor > 0 && (block.getShort(6) & WKT_BIT) != 0,
                block.getShort(94) & 0xFFFF,
                Integer.toUnsignedLong(block.getInt(96)),
                Integer.toUnsignedLong(block.getInt(100)),
                format,
                (block.get(104) & 0xFF) != format,
                count,
                large ? laterReturns(whole, 255, 15, Long.BYTES) : laterReturns(block, 111, 5, Integer.BYTES),
                bounds,
                large ? whole.getLong(235) : 0,
                large ? Integer.toUnsignedLong(whole.getInt(243)) : 0);
    }

    /** The numbers of points by return, the first of which is the first return. */
    private static boolean laterReturns(ByteBuffer block, int at, int returns, int size) {
        return IntStream.range(at + size, at + returns * size).anyMatch(i -> block.get(i) != 0);
    }

    double greatest(int axis) {
        return greatestAndLeast.get(2 * axis);
    }

    double least(int axis) {
        return greatestAndLeast.get(2 * axis + 1);
    }
}
