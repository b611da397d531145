package io.stacgenerator.pgstac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.WriteMode;
import java.util.Set;

/**
 * How Items are written.
 *
 * @param mode what becomes of an Item that is there already
 * @param batch how many are copied at a time
 */
record PgstacOptions(WriteMode mode, int batch) {

    static final Set<String> NAMES = Set.of(WriteMode.OPTION, "batch");

    /** The trigger of a staging table takes as long for each Item of more; all of them are one transaction. */
    private static final int BATCH = 500;

    /** A batch is kept in memory, some kilobytes an Item, and locks its Collection until it is committed. */
    private static final int LARGEST = 10_000;

    static PgstacOptions of(SinkOptions options) {
        return new PgstacOptions(
                WriteMode.of(options), batch(options.value("batch").orElse(String.valueOf(BATCH))));
    }

    private static int batch(String value) {
        int number = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > LARGEST) {
            throw invalid("batch is '%s', expected a number from 1 to %d".formatted(value, LARGEST));
        }
        return number;
    }

    private static StacGeneratorException invalid(String message) {
        return new StacGeneratorException(ErrorCode.INVALID_TARGET, "option " + message);
    }
}
