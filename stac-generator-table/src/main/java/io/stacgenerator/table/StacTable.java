package io.stacgenerator.table;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads Items back from stac-geoparquet.
 *
 * @since 0.1.0
 */
public final class StacTable {

    private StacTable() {}

    /**
     * Reads the Items of a table, of this library or another writer. A table cannot distinguish null from absent: both
     * are absent, but for {@code datetime} next to a range, which STAC requires to be null. {@code nan} and the
     * infinities are strings again. Fractions of times beyond microseconds are not there.
     *
     * @param file a Parquet file, uncompressed or compressed by ZSTD
     * @return the Items in the order of the rows, read as they are consumed by one thread; the caller closes the stream
     * @throws StacGeneratorException with {@code NOT_FOUND} when there is no such file, with {@code INVALID_TARGET}
     *     when it is not a table of Items
     */
    public static Stream<StacItem> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StacGeneratorException(ErrorCode.NOT_FOUND, "file '%s' does not exist".formatted(file));
        }
        try {
            RowGroups reader = RowGroups.open(file);
            MessageType schema = reader.schema();
            for (String column : List.of("id", "geometry")) {
                if (!schema.containsField(column)) {
                    reader.close();
                    throw malformed(file, "it has no column " + column, null);
                }
            }
            Rows rows = new Rows(file, reader);
            return StreamSupport.stream(rows, false).onClose(rows::close);
        } catch (StacGeneratorException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw malformed(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static StacGeneratorException malformed(Path file, String reason, @Nullable Exception cause) {
        return new StacGeneratorException(
                ErrorCode.INVALID_TARGET, "%s is not a table of Items: %s".formatted(file, reason), cause);
    }

    /** The rows of one group after the other. */
    private static final class Rows extends Spliterators.AbstractSpliterator<StacItem> {

        private final Path file;
        private final RowGroups reader;
        private final MessageColumnIO columns;
        private final RowReader materializer;
        private long left;
        private @Nullable RecordReader<Map<String, Object>> group;

        Rows(Path file, RowGroups reader) {
            super(reader.rows(), ORDERED | NONNULL);
            this.file = file;
            this.reader = reader;
            MessageType schema = reader.schema();
            columns = new ColumnIOFactory().getColumnIO(schema);
            materializer = new RowReader(schema);
        }

        @Override
        public boolean tryAdvance(Consumer<? super StacItem> action) {
            StacItem item = next();
            if (item != null) {
                action.accept(item);
            }
            return item != null;
        }

        private @Nullable StacItem next() {
            try {
                while (left == 0) {
                    PageReadStore pages = reader.next();
                    if (pages == null) {
                        return null;
                    }
                    left = pages.getRowCount();
                    group = columns.getRecordReader(pages, materializer);
                }
                left--;
                return group == null ? null : TableItem.of(new LinkedHashMap<>(group.read()));
            } catch (IOException | RuntimeException e) { // what is damaged fails wherever it is used first
                throw malformed(file, String.valueOf(e.getMessage()), e);
            }
        }

        void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw malformed(file, String.valueOf(e.getMessage()), e);
            }
        }
    }
}
