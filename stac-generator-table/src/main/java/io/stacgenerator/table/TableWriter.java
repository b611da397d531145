package io.stacgenerator.table;

import io.stacgenerator.model.StacItem;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Writes Items to one file whose columns are known, such as a part of a table that several machines write. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class TableWriter implements Closeable {

    private final TableMetadata metadata;
    private final ItemRows rows;
    private final ParquetWriter<Map<String, Object>> parquet;

    /**
     * Begins a file.
     *
     * @param out where the bytes go; not closed
     * @param schema the columns; those without a value in any Item are left out
     * @param collections the Collections of the Items, the members of each by its id, for the footer
     * @throws IOException when the stream cannot be written to
     */
    public TableWriter(OutputStream out, TableSchema schema, Map<String, Map<String, Object>> collections)
            throws IOException {
        metadata = new TableMetadata(collections);
        rows = new ItemRows(schema.columns(), this::footer);
        parquet = ParquetFiles.writer(out, rows);
    }

    private Map<String, String> footer() {
        return metadata.footer(rows.schema());
    }

    /**
     * Writes an Item, which the schema has taken into account.
     *
     * @param item the Item; what the schema has no column for is left out
     * @throws IOException when the stream cannot be written to
     */
    public void write(StacItem item) throws IOException {
        write(item.toMap());
    }

    void write(Map<String, Object> item) throws IOException {
        metadata.add(item);
        parquet.write(item);
    }

    /**
     * Ends the file.
     *
     * @throws IOException when the stream cannot be written to
     */
    @Override
    public void close() throws IOException {
        parquet.close();
    }
}
