package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.gdal.named.FileBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a NetCDF file of the classic format, in any of its versions (NetCDF Users Guide, appendix B). Where
 * such a file ends too early, as after a download that was cut short, the library of NetCDF reads zeros.
 */
final class ClassicNetcdf {

    private static final byte[] SIGNATURE = {'C', 'D', 'F'};
    private static final int WITH_LONG_NUMBERS = 5;

    /** How many records there are is not known while they are written. */
    private static final long STREAMING = -1;

    /** The bytes of a value by the number of its type: byte, char, short, int, float, double, and six of version 5. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8};

    /** As long as most headers are, or longer. */
    private static final int PIECE = 1 << 16;

    private final FileBytes file;
    private final int version;
    private long next = SIGNATURE.length + 1L;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    private ClassicNetcdf(FileBytes file) throws IOException {
        this.file = file;
        this.version = file.read(SIGNATURE.length, 1).get();
    }

    /**
     * A variable.
     *
     * @param begin where its values begin
     * @param size the bytes of all its values, or of those in a record; a double, as bad headers multiply to anything
     * @param recorded whether it has values in each record
     */
    private record Variable(long begin, double size, boolean recorded) {}

    /**
     * Fails where a file ends before its variables do; files of other formats are left alone.
     *
     * @param href what the file is called in messages
     * @throws StacGeneratorException with {@code INVALID_RASTER}
     */
    static void requireWhole(FileBytes file, String href) throws IOException {
        if (!file.has(0, SIGNATURE)) {
            return;
        }
        try {
            double end = new ClassicNetcdf(file).end();
            if (end > file.size()) {
                throw cutShort(file, href, "its variables end at %.0f".formatted(end));
            }
        } catch (EOFException e) {
            throw cutShort(file, href, "its header does not end there");
        }
    }

    private static StacGeneratorException cutShort(FileBytes file, String href, String reason) {
        return new StacGeneratorException(
                ErrorCode.INVALID_RASTER,
                "the NetCDF %s is cut short: it has %d bytes, but %s".formatted(href, file.size(), reason));
    }

    private double end() throws IOException {
        long records = number();
        List<Long> dimensions = new ArrayList<>();
        for (long left = count(); left > 0; left--) {
            skipText();
            dimensions.add(number());
        }
        skipAttributes();
        List<Variable> variables = new ArrayList<>();
        for (long left = count(); left > 0; left--) {
            variables.add(variable(dimensions));
        }
        return end(variables, records == STREAMING ? 0 : records);
    }

    private static double end(List<Variable> variables, long records) {
        List<Variable> recorded = variables.stream().filter(Variable::recorded).toList();
        double record = recorded.size() == 1
                ? recorded.get(0).size()
                : recorded.stream()
                        .mapToDouble(variable -> 4 * Math.ceil(variable.size() / 4))
                        .sum();
        return variables.stream()
                .filter(variable -> !variable.recorded() || records > 0)
                .mapToDouble(variable ->
                        variable.begin() + variable.size() + (variable.recorded() ? (records - 1) * record : 0))
                .max()
                .orElse(0);
    }

    private Variable variable(List<Long> dimensions) throws IOException {
        skipText();
        boolean recorded = false;
        double size = 1;
        for (long left = number(); left > 0; left--) {
            long length = dimension(dimensions, number());
            recorded |= length == 0;
            size *= length == 0 ? 1 : length;
        }
        skipAttributes();
        size *= size((int) bytes(Integer.BYTES));
        number(); // the size, which is none where it is too large for its four bytes
        return new Variable(bytes(version == 1 ? Integer.BYTES : Long.BYTES), size, recorded);
    }

    private static long dimension(List<Long> dimensions, long id) throws EOFException {
        if (id < 0 || id >= dimensions.size()) {
            throw new EOFException("dimension %d of %d".formatted(id, dimensions.size()));
        }
        return dimensions.get((int) id);
    }

    private static int size(int type) {
        return type < 0 || type >= SIZES.length ? 0 : SIZES[type];
    }

    private void skipAttributes() throws IOException {
        for (long left = count(); left > 0; left--) {
            skipText();
            int size = size((int) bytes(Integer.BYTES));
            skip(number() * size);
        }
    }

    /** The number of elements of a list, after the tag of its kind. */
    private long count() throws IOException {
        bytes(Integer.BYTES);
        return number();
    }

    private void skipText() throws IOException {
        skip(number());
    }

    private void skip(long length) throws IOException {
        AssetBudget.check();
        if (length < 0 || length > file.size() - next) {
            throw new EOFException("%d bytes at %d".formatted(length, next));
        }
        long padded = (length + 3) & ~3L;
        next += padded;
        piece.position((int) Math.min(piece.limit(), piece.position() + padded));
    }

    private long number() throws IOException {
        return bytes(version == WITH_LONG_NUMBERS ? Long.BYTES : Integer.BYTES);
    }

    private long bytes(int length) throws IOException {
        if (piece.remaining() < length) {
            piece = file.read(next, Math.min(PIECE, Math.max(length, file.size() - next)))
                    .order(ByteOrder.BIG_ENDIAN);
        }
        next += length;
        return length == Long.BYTES ? piece.getLong() : piece.getInt();
    }
}
