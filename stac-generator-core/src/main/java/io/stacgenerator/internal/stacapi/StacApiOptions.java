package io.stacgenerator.internal.stacapi;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.WriteMode;
import java.util.Set;

/**
 * How Items are sent.
 *
 * @param mode what becomes of an Item that is there already
 * @param batch how many Items a call has at most
 * @param connections how many calls are made at a time
 */
record StacApiOptions(WriteMode mode, int batch, int connections) {

    static final Set<String> NAMES = Set.of(WriteMode.OPTION, "batch", "connections");

    /** Larger batches are hardly faster, and more has to be sent again for one bad Item. */
    private static final int BATCH = 100;

    /** Keeps a server busy while batches are on their way, and leaves room for those who read from it. */
    private static final int CONNECTIONS = 4;

    /** Servers with limits of their own take some thousand. */
    private static final int LARGEST = 1000;

    static StacApiOptions of(SinkOptions options) {
        return new StacApiOptions(
                WriteMode.of(options), number(options, "batch", BATCH), number(options, "connections", CONNECTIONS));
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
