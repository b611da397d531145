package io.stacgenerator.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacCollections;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.sink.CollectionSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.jspecify.annotations.Nullable;

/**
 * Files of one write: tasks write them to a folder of their own, and the driver gives them their names when all are
 * there.
 */
final class TableWrite implements BatchWrite {

    /** Readers of Parquet pass over names that begin so. */
    private static final String STAGING = "_temporary-";

    private static final String TABLE = ".parquet";
    private static final String SUMMARY = "_collection-summary-";

    private final Path folder;
    private final Path staging;
    private final String id;
    private final int column;
    private final String schema;
    private final boolean replacing;

    private TableWrite(Path folder, String id, int column, String schema, boolean replacing) {
        this.folder = folder;
        this.id = id;
        this.column = column;
        this.schema = schema;
        this.replacing = replacing;
        staging = new Path(folder, STAGING + id);
    }

    static TableWrite of(LogicalWriteInfo info, boolean replacing) {
        String path = required(info.options().get("path"), "path", "call save(PATH)");
        String schema = required(
                info.options().get(StacTableSource.SCHEMA),
                StacTableSource.SCHEMA,
                "set it to what StacSpark.tableSchema returns, or call StacSpark.writeTable");
        List<String> columns = List.of(info.schema().fieldNames());
        if (!columns.contains("item")) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_TARGET,
                    "the rows have the columns %s, expected one named item with Items as JSON".formatted(columns));
        }
        return new TableWrite(new Path(path), info.queryId(), columns.indexOf("item"), schema, replacing);
    }

    private static String required(@Nullable String value, String name, String remedy) {
        if (value == null) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_TARGET, "stac-geoparquet has no option %s: %s".formatted(name, remedy));
        }
        return value;
    }

    @Override
    public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
        return new TableTask.Factory(staging.toString(), id, column, schema);
    }

    @Override
    public void commit(WriterCommitMessage[] messages) {
        try {
            FileSystem files = HadoopFiles.of(folder);
            List<Path> replaced = replacing ? written(files) : List.of();
            CollectionSummary summary = StacCollections.summary();
            for (WriterCommitMessage message : messages) {
                TableTask.Written written = (TableTask.Written) message;
                if (written.items() > 0) {
                    Path file = new Path(written.file());
                    rename(files, file, new Path(folder, file.getName()));
                    summary.merge(JsonText.parse(written.summary()));
                }
            }
            for (Path old : replaced) {
                files.delete(old, false);
            }
            write(files, summary);
            files.delete(staging, true);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(folder), e);
        }
    }

    private List<Path> written(FileSystem files) throws IOException {
        return files.exists(folder)
                ? Stream.of(files.listStatus(folder, path -> isTable(path) || isSummary(path)))
                        .map(FileStatus::getPath)
                        .toList()
                : List.of();
    }

    private static boolean isTable(Path path) {
        return path.getName().endsWith(TABLE);
    }

    private static boolean isSummary(Path path) {
        return path.getName().startsWith(SUMMARY);
    }

    private static void rename(FileSystem files, Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("%s cannot be renamed to %s".formatted(from, to));
        }
    }

    private void write(FileSystem files, CollectionSummary summary) throws IOException {
        try (OutputStream out = files.create(new Path(folder, SUMMARY + id + ".json"), true)) {
            out.write(JsonText.compact(summary.toMap()).getBytes(UTF_8));
        }
    }

    @Override
    public void abort(WriterCommitMessage[] messages) {
        try {
            HadoopFiles.of(folder).delete(staging, true);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be removed".formatted(staging), e);
        }
    }
}
