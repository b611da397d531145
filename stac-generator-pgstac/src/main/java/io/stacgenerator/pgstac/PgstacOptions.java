package io.stacgenerator.pgstac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.SinkOptions;
import java.util.Arrays;
import java.util.Set;

/**
 * How Items are written.
 *
 * @param mode what becomes of an Item that is there already
 * @param batch how many are copied at a time
 */
record PgstacOptions(Mode mode, int batch) {

    static final Set<String> NAMES = Set.of("mode", "batch");

    /** The trigger of a staging table takes as long for each Item of more; all of them are one transaction. */
    private static final int BATCH = 500;

    /** A batch is kept in memory, some kilobytes an Item, and locks its Collection until it is committed. */
    private static final int LARGEST = 10_000;

    /** What becomes of an Item that is there already, and the table whose trigger does so. */
    enum Mode {
        CREATE("create", "items_staging"),
        CREATE_OR_SKIP("create-or-skip", "items_staging_ignore"),
        CREATE_OR_REPLACE("create-or-replace", "items_staging_upsert");

        private final String option;
        private final String table;

        Mode(String option, String table) {
            this.option = option;
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    static PgstacOptions of(SinkOptions options) {
        return new PgstacOptions(
                options.value("mode").map(PgstacOptions::mode).orElse(Mode.CREATE_OR_REPLACE),
                batch(options.value("batch").orElse(String.valueOf(BATCH))));
    }

    private static Mode mode(String value) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.option.equals(value))
                .findFirst()
                .orElseThrow(() ->
                        invalid("mode is '%s', expected create, create-or-skip or create-or-replace".formatted(value)));
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
