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
    private static final int GEOSPATIAL_STATISTICS = 17;
    private static final int BOX = 1;

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

    /** Returns the value of a key of the metadata. */
    Optional<String> value(String key) {
        return metadata.structs(KEY_VALUES).stream()
                .filter(entry -> entry.text(1).orElse("").equals(key))
                .findFirst()
                .flatMap(entry -> entry.text(2));
    }

    /** Returns the boxes of a column, one of each row group; none where one is not known. */
    List<Struct> boxes(ParquetColumn column) {
        List<Step> path = List.of(Step.all(ROW_GROUPS), new Step(CHUNKS, column.leaf()), Step.all(CHUNK_METADATA));
        List<Optional<Struct>> boxes = new CompactProtocol(copy(bytes))
                .structs(path, GEOSPATIAL_STATISTICS).stream()
                        .map(chunk -> chunk.struct(GEOSPATIAL_STATISTICS).flatMap(statistics -> statistics.struct(BOX)))
                        .toList();
        return boxes.stream().allMatch(Optional::isPresent)
                ? boxes.stream().flatMap(Optional::stream).toList()
                : List.of();
    }
}
