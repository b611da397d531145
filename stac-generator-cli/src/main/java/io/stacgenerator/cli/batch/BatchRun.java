package io.stacgenerator.cli.batch;

import io.stacgenerator.Fault;
import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.cli.console.Console;
import io.stacgenerator.cli.request.RequestLine;
import io.stacgenerator.cli.request.RequestSource;
import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes the items of a batch and reports what became of each line, in the order of the lines. */
public final class BatchRun {

    /** How many lines that are not requests may wait for the items before them. */
    private static final int MAX_UNREADABLE = 1000;

    private final RequestSource requests;
    private final BatchFiles files;
    private final Targets targets;
    private final UnaryOperator<GenerationRequest> change;
    private final BooleanSupplier told;
    private final long maxFailures;
    private final Console console;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final Queue<RequestLine> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean exhausted;

    /**
     * @param change what is done to each request
     * @param told whether to end early
     * @param maxFailures after how many failures to end early
     */
    public BatchRun(
            RequestSource requests,
            BatchFiles files,
            Targets targets,
            Console console,
            Progress progress,
            UnaryOperator<GenerationRequest> change,
            BooleanSupplier told,
            long maxFailures) {
        this.requests = requests;
        this.files = files;
        this.targets = targets;
        this.console = console;
        this.progress = progress;
        this.change = change;
        this.told = told;
        this.maxFailures = maxFailures;
    }

    public Tally tally() {
        return tally;
    }

    public List<String> summary() {
        return tally.summary(progress.seconds());
    }

    /** Returns whether it came to the end of the requests. */
    public boolean run(StacGenerator generator) {
        try {
            while (!exhausted && !isStopped()) {
                runSome(generator);
                settleUnreadable();
            }
            return !isStopped();
        } catch (StacGeneratorException e) {
            if (told.getAsBoolean()) {
                return false; // the thread was interrupted while it waited for an item
            }
            throw e;
        } finally {
            progress.clear();
        }
    }

    private void runSome(StacGenerator generator) {
        Stream<GenerationRequest> stream = StreamSupport.stream(new Requests(), false);
        try (Stream<GenerationOutcome> outcomes = generator.generateAll(stream)) {
            Iterator<GenerationOutcome> each = outcomes.iterator();
            while (!isStopped() && each.hasNext()) {
                settle(each.next());
            }
        }
    }

    private boolean isStopped() {
        return told.getAsBoolean() || tally.failed() >= maxFailures;
    }

    private void settle(GenerationOutcome outcome) {
        settleUnreadable();
        if (isStopped()) {
            return;
        }
        RequestLine line = waiting.remove();
        if (outcome.error() != null) {
            fail(line, outcome.error());
        } else {
            succeed(line, outcome.get());
        }
        progress.show(tally);
    }

    private void settleUnreadable() {
        for (RequestLine line = waiting.peek();
                line != null && line.error() != null && !isStopped();
                line = waiting.peek()) {
            fail(line, line.error());
            waiting.remove();
        }
    }

    private void succeed(RequestLine line, GenerationResult result) {
        tally.item();
        warn(line, result.warnings());
        targets.accept(result.item());
        files.item(result.item().toJson());
        files.done(line);
    }

    private void warn(RequestLine line, List<Warning> warnings) {
        for (Warning warning : warnings) {
            String message = "%s: %s".formatted(line.place(), warning.message());
            tally.warning(warning.code(), message);
            files.warning(JsonText.compact(json(line, warning)));
            if (console.verbose()) {
                progress.clear();
                console.warning(warning.code(), message);
            }
        }
    }

    private void fail(RequestLine line, StacGeneratorException error) {
        String message = "%s: %s".formatted(line.place(), error.getMessage());
        tally.failure(error.code().name(), message);
        if (files.hasErrors()) {
            files.error(JsonText.compact(json(line, error)));
        } else {
            warn(line, error.warnings());
            progress.clear();
            console.error(error.code(), message);
        }
    }

    private static Map<String, Object> json(RequestLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (line.asset() == null) {
            json.put("line", line.number());
        } else {
            json.put("asset", line.asset());
        }
        return json;
    }

    private static Map<String, Object> json(RequestLine line, Warning warning) {
        Map<String, Object> json = json(line);
        json.putAll(warning.toMap());
        return json;
    }

    private static Map<String, Object> json(RequestLine line, StacGeneratorException error) {
        Map<String, Object> json = json(line);
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

    /**
     * The requests among the lines. Ends early after many lines that are not requests, so that few of these are kept.
     */
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
                RequestLine line = requests.next();
                while (line != null && files.passes(line)) {
                    tally.pass();
                    line = requests.next();
                }
                return line == null ? null : line.map(change);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the requests: " + e.getMessage(), e);
            }
        }
    }
}
