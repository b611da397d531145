package io.stacgenerator;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of the library: a code for programs, a message for people.
 *
 * <p>The message says what failed, names the offending value and what was expected. It never holds a credential.
 *
 * @since 0.1.0
 */
public final class StacGeneratorException extends RuntimeException implements JsonObject {

    private static final long serialVersionUID = 1L;

    /** A long document of another kind has a fault at each place; nobody reads more. */
    private static final int MOST_FAULTS = 100;

    private final ErrorCode code;
    private final Fault[] faults;
    private final Warning[] warnings;

    /**
     * Creates an exception without a cause.
     *
     * @param code the kind of failure
     * @param message what failed, with the offending value and what was expected
     */
    public StacGeneratorException(ErrorCode code, String message) {
        this(code, message, (Throwable) null);
    }

    /**
     * Creates an exception.
     *
     * @param code the kind of failure
     * @param message what failed, with the offending value and what was expected
     * @param cause what led to it, or null
     */
    public StacGeneratorException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(Secrets.hidden(String.valueOf(message)), cause == null ? null : Secrets.redact(cause));
        this.code = requireNonNull(code, "code");
        this.faults = new Fault[0];
        this.warnings = new Warning[0];
    }

    /**
     * Creates an exception for a document with faults, the first 100 of which are in the message.
     *
     * @param code the kind of failure
     * @param what the document that is at fault, such as {@code invalid request}
     * @param faults at least one fault
     */
    public StacGeneratorException(ErrorCode code, String what, List<Fault> faults) {
        super(Secrets.hidden(what + ": " + told(faults)));
        this.code = requireNonNull(code, "code");
        this.faults = faults.stream().limit(MOST_FAULTS).toArray(Fault[]::new);
        this.warnings = new Warning[0];
    }

    private static String told(List<Fault> faults) {
        String first = faults.stream().limit(MOST_FAULTS).map(Fault::toString).collect(Collectors.joining("; "));
        int others = faults.size() - MOST_FAULTS;
        return others > 0 ? "%s; and %d more".formatted(first, others) : first;
    }

    /** Copies a failure, the stack included, so that it still leads to where it was thrown. */
    private StacGeneratorException(StacGeneratorException failure, List<Warning> warnings) {
        super(failure.getMessage(), failure.getCause());
        this.code = failure.code;
        this.faults = failure.faults;
        this.warnings = warnings.toArray(Warning[]::new);
        setStackTrace(failure.getStackTrace());
    }

    /**
     * Returns the kind of failure.
     *
     * @return the code
     */
    public ErrorCode code() {
        return code;
    }

    /** Returns {@code code}, {@code message} and, where there are any, {@code faults}: no stack trace, no cause. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code.name());
        map.put("message", String.valueOf(getMessage()));
        if (faults.length > 0) {
            map.put("faults", faults().stream().map(Fault::toMap).toList());
        }
        return map;
    }

    /**
     * Returns the faults of the document that was refused.
     *
     * @return the first 100 faults; empty when the failure is not about the content of a document
     */
    public List<Fault> faults() {
        return List.of(faults);
    }

    /**
     * Returns the warnings of the Item that was not made, which often say why.
     *
     * @return the warnings until the failure; empty where there are none
     */
    public List<Warning> warnings() {
        return List.of(warnings);
    }

    /**
     * Returns this failure with the warnings of the Item that was not made.
     *
     * @param warnings the warnings
     * @return an exception with the same code, message, faults, cause and stack
     */
    public StacGeneratorException withWarnings(List<Warning> warnings) {
        return new StacGeneratorException(this, warnings);
    }
}
