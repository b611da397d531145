package io.stacgenerator.spi.sink;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What becomes of an Item that a server has already.
 *
 * @since 0.1.0
 */
public enum WriteMode {

    /** Another Item with its id is refused; the same Item is not, as an earlier run or call may have created it. */
    CREATE,

    /** It stays as it is. */
    CREATE_OR_SKIP,

    /** It is replaced. */
    CREATE_OR_REPLACE;

    /** The name of the option of sinks. */
    public static final String OPTION = "mode";

    /**
     * Reads the option {@code mode}.
     *
     * @param options the options of a sink
     * @return the mode; {@link #CREATE_OR_REPLACE} when it is not set
     * @throws StacGeneratorException with {@code INVALID_TARGET} for any other name
     */
    public static WriteMode of(SinkOptions options) {
        return options.value(OPTION).map(WriteMode::named).orElse(CREATE_OR_REPLACE);
    }

    private static WriteMode named(String value) {
        return Arrays.stream(values())
                .filter(mode ->
                        mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value))
                .findFirst()
                .orElseThrow(() -> new StacGeneratorException(
                        ErrorCode.INVALID_TARGET,
                        "option mode is '%s', expected create, create-or-skip or create-or-replace".formatted(value)));
    }
}
