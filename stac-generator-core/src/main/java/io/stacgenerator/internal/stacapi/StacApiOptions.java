package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.SinkOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * How Items are sent.
 *
 * @param mode what becomes of an Item that is there already
 * @param batch how many Items a call has at most
 * @param connections how many calls are made at a time
 */
record StacApiOptions(Mode mode, int batch, int connections) {

    static final Set<String> NAMES = Set.of("mode", "batch", "connections");

    /** Larger batches are hardly faster, and more has to be sent again for one bad Item. */
    private static final int BATCH = 100;

    /** Keeps a server busy while batches are on their way, and leaves room for those who read from it. */
    private static final int CONNECTIONS = 4;

    /** Servers with limits of their own take some thousand. */
    private static final int LARGEST = 1000;

    /** What becomes of an Item that is there already. */
    enum Mode {
        CREATE,
        CREATE_OR_SKIP,
        CREATE_OR_REPLACE;

        String option() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static StacApiOptions of(SinkOptions options) {
        return new StacApiOptions(
                options.value("mode").map(StacApiOptions::mode).orElse(Mode.CREATE_OR_REPLACE),
                number(options, "batch", BATCH),
                number(options, "connections", CONNECTIONS));
    }

    private static Mode mode(String value) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.option().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        invalid("mode is '%s', expected create, create-or-skip or create-or-replace".formatted(value)));
    }

    private static int number(SinkOptions options, String name, int otherwise) {
        String value = options.value(name).orElse(String.valueOf(otherwise));
        int number = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > LARGEST) {
            throw invalid("%s is '%s', expected a number from 1 to %d".formatted(name, value, LARGEST));
        }
        return number;
    }

    private static StacGeneratorException invalid(String message) {
        return new StacGeneratorException(ErrorCode.INVALID_TARGET, "option " + message);
    }
}
