package io.stacgenerator.spark;

import io.stacgenerator.StacCollections;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/** The file of one attempt of a task. */
final class TableTask implements DataWriter<InternalRow> {

    private final int column;
    private final Path file;
    private final FileSystem files;
    private final OutputStream out;
    private final TableWriter table;
    private final CollectionSummary summary = StacCollections.summary();

    private TableTask(Path file, int column, String schema) throws IOException {
        this.file = file;
        this.column = column;
        files = HadoopFiles.of(file);
        out = files.create(file, true);
        table = new TableWriter(out, ItemSchema.parsed(schema), Map.of());
    }

    /** Makes writers on executors. */
    record Factory(String staging, String write, int column, String schema) implements DataWriterFactory {

        /** Attempts have files of their own, as two of them may run at a time. */
        @Override
        public DataWriter<InternalRow> createWriter(int partition, long task) {
            try {
                String name = "part-%05d-%d-%s.parquet".formatted(partition, task, write);
                return new TableTask(new Path(staging, name), column, schema);
            } catch (IOException e) {
                throw new UncheckedIOException("%s cannot be written".formatted(staging), e);
            }
        }
    }

    /** What a task reports to the driver. */
    record Written(String file, long items, String summary) implements WriterCommitMessage {}

    @Override
    public void write(InternalRow row) throws IOException {
        if (!row.isNullAt(column)) {
            StacItem item = StacItem.parse(row.getUTF8String(column).toString());
            table.write(item);
            summary.add(item);
        }
    }

    @Override
    public WriterCommitMessage commit() throws IOException {
        table.close();
        out.close();
        return new Written(file.toString(), summary.items(), JsonText.compact(summary.toMap()));
    }

    @Override
    public void abort() throws IOException {
        out.close();
        files.delete(file, false);
    }

    /** Both ends close what is open. */
    @Override
    public void close() {}
}
