package io.stacgenerator.table;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.Set;

/**
 * A table of Items in one Parquet file, by stac-geoparquet 1.0.0. Items wait on disk until the last one: their columns
 * are known then.
 *
 * <p>Options: {@code conflicts=json} writes a column that has two types as JSON text, in place of refusing Items;
 * {@code unlocated=keep} takes Items without a geometry.
 *
 * @since 0.1.0
 */
public final class TableSink implements ItemSink {

    private static final String CONFLICTS = "conflicts";
    private static final String UNLOCATED = "unlocated";
    /** Creates the sink. */
    public TableSink() {}

    @Override
    public String id() {
        return "geoparquet";
    }

    @Override
    public Set<String> suffixes() {
        return Set.of(".parquet", ".geoparquet");
    }

    @Override
    public Set<String> options() {
        return Set.of(CONFLICTS, UNLOCATED);
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        TableSchema schema = new TableSchema(
                context.fields(), chosen(context, CONFLICTS, "json"), chosen(context, UNLOCATED, "keep"));
        return SpilledItems.open(target, context, schema);
    }

    private static boolean chosen(SinkContext context, String option, String only) {
        String value = context.options().value(option).orElse("refuse");
        if (!value.equals(only) && !value.equals("refuse")) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_TARGET,
                    "option %s is '%s', expected refuse or %s".formatted(option, value, only));
        }
        return value.equals(only);
    }
}
