package io.stacgenerator.cli;

import io.stacgenerator.Fault;
import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes the items of a batch and reports what became of each line, in the order of the lines. */
final class BatchRun {

    /** How many lines that are no requests may wait for the items before them. */
    private static final int MAX_UNREADABLE = 1000;

    private final RequestSource requests;
    private final @Nullable Output items;
    private final Targets targets;
    private final @Nullable Output errors;
    private final Console console;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final Queue<RequestLine> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean exhausted;

    BatchRun(
            RequestSource requests,
            @Nullable Output items,
            Targets targets,
            @Nullable Output errors,
            Console console,
            Progress progress) {
        this.requests = requests;
        this.items = items;
        this.targets = targets;
        this.errors = errors;
        this.console = console;
        this.progress = progress;
    }

    Tally run(StacGenerator generator) {
        try {
            while (!exhausted) {
                Stream<GenerationRequest> stream = StreamSupport.stream(new Requests(), false);
                try (Stream<GenerationOutcome> outcomes = generator.generateAll(stream)) {
                    outcomes.forEachOrdered(this::settle);
                }
                settleUnreadable();
            }
            return tally;
        } finally {
            progress.clear();
        }
    }

    private void settle(GenerationOutcome outcome) {
        settleUnreadable();
        RequestLine line = waiting.remove();
        if (outcome.error() != null) {
            fail(line, outcome.error());
        } else {
            succeed(line, outcome.get());
        }
        progress.show(tally);
    }

    private void settleUnreadable() {
        for (RequestLine line = waiting.peek(); line != null && line.error() != null; line = waiting.peek()) {
            fail(line, line.error());
            waiting.remove();
        }
    }

    private void succeed(RequestLine line, GenerationResult result) {
        tally.item(result.warnings().size());
        warn(line, result.warnings());
        targets.accept(result.item());
        if (items != null) {
            write(items, result.item().toJson());
        }
    }

    private void warn(RequestLine line, List<Warning> warnings) {
        warnings.forEach(warning -> {
            progress.clear();
            console.warning(warning.code(), "%s: %s".formatted(line.place(), warning.message()));
        });
    }

    private void fail(RequestLine line, StacGeneratorException error) {
        tally.failure();
        if (errors == null) {
            warn(line, error.warnings());
            progress.clear();
            console.error(error.code(), "%s: %s".formatted(line.place(), error.getMessage()));
        } else {
            write(errors, JsonText.compact(json(line, error)));
        }
    }

    private static Map<String, Object> json(RequestLine line, StacGeneratorException error) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (line.asset() == null) {
            json.put("line", line.number());
        } else {
            json.put("asset", line.asset());
        }
        json.put("code", error.code().name());
        json.put("message", String.valueOf(error.getMessage()));
        if (!error.faults().isEmpty()) {
            json.put("faults", error.faults().stream().map(BatchRun::json).toList());
        }
        if (!error.warnings().isEmpty()) {
            json.put("warnings", error.warnings().stream().map(Warning::toMap).toList());
        }
        return json;
    }

    private static Map<String, String> json(Fault fault) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("pointer", fault.pointer());
        json.put("message", fault.message());
        return json;
    }

    private static void write(Output output, String line) {
        try {
            output.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The requests among the lines. Ends early after many lines that are none, so that few of these are kept. */
    private final class Requests extends Spliterators.AbstractSpliterator<GenerationRequest> {

        private int unreadable;

        Requests() {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super GenerationRequest> action) {
            while (unreadable < MAX_UNREADABLE) {
                RequestLine line = next();
                if (line == null) {
                    exhausted = true;
                    return false;
                }
                waiting.add(line);
                if (line.request() != null) {
                    action.accept(line.request());
                    return true;
                }
                unreadable++;
            }
            return false;
        }

        private @Nullable RequestLine next() {
            try {
                return requests.next();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the requests: " + e.getMessage(), e);
            }
        }
    }
}
