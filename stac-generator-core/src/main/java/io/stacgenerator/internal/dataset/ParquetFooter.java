package io.stacgenerator.internal.dataset;

import static io.stacgenerator.internal.dataset.HeaderReader.require;

import io.stacgenerator.internal.dataset.CompactProtocol.Step;
import io.stacgenerator.internal.dataset.CompactProtocol.Struct;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The footer of a Parquet file (Apache Parquet format, "File Metadata" and parquet.thrift).
 *
 * @param bytes the footer, from the start of its metadata
 * @param metadata all but the row groups, which take the most of it
 * @param columns the columns
 */
record ParquetFooter(ByteBuffer bytes, Struct metadata, List<ParquetColumn> columns) {

    private static final int END = 8;

    /** As long as a metadata document may be; it grows with the number of row groups and columns. */
    private static final int LONGEST = 16 << 20;

    // the numbers of fields in parquet.thrift
    private static final int SCHEMA = 2;
    private static final int ROWS = 3;
    private static final int ROW_GROUPS = 4;
    private static final int KEY_VALUES = 5;
    private static final int CHUNKS = 1;
    private static final int CHUNK_METADATA = 3;
    private static final int STATISTICS = 12;
    private static final int GEOSPATIAL_STATISTICS = 17;
    private static final int BOX = 1;
    private static final int MAX = 5;
    private static final int MIN = 6;
    private static final int OLD_MAX = 1; // of the time when the order of bytes was not defined; that of floats was
    private static final int OLD_MIN = 2;

    static ParquetFooter read(HeaderBytes file) throws IOException {
        ByteBuffer end = file.view(file.size() - END, END);
        int length = end.getInt(0);
        require(
                Integer.reverseBytes(end.getInt(Integer.BYTES)) == ParquetReader.SIGNATURE
                        && length > 0
                        && length <= LONGEST,
                "a footer of 1 to %d bytes before PAR1, got %d".formatted(LONGEST, length));
        ByteBuffer bytes = file.view(file.size() - END - length, length);
        Struct metadata = new CompactProtocol(copy(bytes)).structWithout(Set.of(ROW_GROUPS));
        return new ParquetFooter(bytes, metadata, ParquetColumn.of(metadata.structs(SCHEMA)));
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return bytes.duplicate().order(bytes.order());
    }

    Optional<Long> rows() {
        return metadata.number(ROWS);
    }

    /** Returns the column of a path: the name of a column, and of those within it. */
    Optional<ParquetColumn> column(List<?> path) {
        Optional<ParquetColumn> found = Optional.empty();
        List<ParquetColumn> among = columns;
        for (Object name : path) {
            found = among.stream().filter(column -> column.name().equals(name)).findFirst();
            among = found.map(ParquetColumn::children).orElse(List.of());
        }
        return found;
    }

    /** Returns the value of a key of the metadata. */
    Optional<String> value(String key) {
        return metadata.structs(KEY_VALUES).stream()
                .filter(entry -> entry.text(1).orElse("").equals(key))
                .findFirst()
                .flatMap(entry -> entry.text(2));
    }

    /**
     * Returns the boxes of a column of geometries, one of each row group; of one that is not known, an empty struct.
     */
    List<Struct> boxes(ParquetColumn column) {
        return statistics(column, GEOSPATIAL_STATISTICS).stream()
                .map(statistics -> statistics.struct(BOX).orElse(Struct.EMPTY))
                .toList();
    }

    /** Returns the least value of a column of floats; NaN where that of one row group is not known. */
    double least(ParquetColumn column) {
        return statistics(column, STATISTICS).stream()
                .mapToDouble(statistics -> number(statistics, MIN, OLD_MIN))
                .min()
                .orElse(Double.NaN);
    }

    /** Returns the greatest value of a column of floats; NaN where that of one row group is not known. */
    double greatest(ParquetColumn column) {
        return statistics(column, STATISTICS).stream()
                .mapToDouble(statistics -> number(statistics, MAX, OLD_MAX))
                .max()
                .orElse(Double.NaN);
    }

    private static double number(Struct statistics, int field, int old) {
        return statistics
                .bytes(field)
                .or(() -> statistics.bytes(old))
                .map(ParquetFooter::number)
                .orElse(Double.NaN);
    }

    private static double number(ByteBuffer value) {
        return switch (value.remaining()) {
            case Float.BYTES -> value.getFloat();
            case Double.BYTES -> value.getDouble();
            default -> Double.NaN;
        };
    }

    private List<Struct> statistics(ParquetColumn column, int kind) {
        List<Step> path = List.of(Step.all(ROW_GROUPS), new Step(CHUNKS, column.leaf()), Step.all(CHUNK_METADATA));
        return new CompactProtocol(copy(bytes))
                .structs(path, kind).stream()
                        .map(chunk -> chunk.struct(kind).orElse(Struct.EMPTY))
                        .toList();
    }
}
