package io.stacgenerator.spark;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.SupportsTruncate;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The format {@code stac-geoparquet} of Spark, to write: rows whose column {@code item} holds Items as JSON become
 * files of one schema, given by the option {@code schema}, see {@link StacSpark#tableSchema}. With the modes
 * {@code append} and {@code overwrite}. To read such files, read Parquet.
 *
 * @since 0.1.0
 */
public final class StacTableSource implements TableProvider, DataSourceRegister {

    static final String NAME = "stac-geoparquet";
    static final String SCHEMA = "schema";

    /** Creates the format. */
    public StacTableSource() {}

    @Override
    public String shortName() {
        return NAME;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return ItemRow.SCHEMA;
    }

    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new ItemTable(schema);
    }

    /** Where any rows with an Item can be written to. */
    private static final class ItemTable implements SupportsWrite {

        private final StructType schema;

        ItemTable(StructType schema) {
            this.schema = schema;
        }

        @Override
        public Column[] columns() {
            return Stream.of(schema.fields())
                    .map(field -> Column.create(field.name(), field.dataType()))
                    .toArray(Column[]::new);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_WRITE, TableCapability.TRUNCATE, TableCapability.ACCEPT_ANY_SCHEMA);
        }

        @Override
        public WriteBuilder newWriteBuilder(LogicalWriteInfo info) {
            return new ItemWriteBuilder(info, false);
        }
    }

    private record ItemWriteBuilder(LogicalWriteInfo info, boolean replacing) implements SupportsTruncate {

        @Override
        public WriteBuilder truncate() {
            return new ItemWriteBuilder(info, true);
        }

        @Override
        public Write build() {
            return new ItemTableWrite(info, replacing);
        }
    }

    private record ItemTableWrite(LogicalWriteInfo info, boolean replacing) implements Write {

        @Override
        public String description() {
            return NAME;
        }

        @Override
        public BatchWrite toBatch() {
            return TableWrite.of(info, replacing);
        }
    }
}
