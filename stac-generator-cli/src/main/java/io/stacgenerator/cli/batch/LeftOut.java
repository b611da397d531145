package io.stacgenerator.cli.batch;

import io.stacgenerator.Warning;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what a listing leaves out, with an example. Thread-safe, as a listing is read ahead. */
public final class LeftOut implements Consumer<Warning> {

    private @Nullable String example;
    private long number;

    @Override
    public synchronized void accept(Warning warning) {
        example = example == null ? warning.message() : example;
        number++;
    }

    /** Describes it; empty when nothing is left out. */
    public synchronized Optional<String> note() {
        return Optional.ofNullable(example)
                .map(message -> number == 1
                        ? "left out: " + message
                        : String.format(Locale.ROOT, "left out %,d files, such as: %s", number, message));
    }
}
