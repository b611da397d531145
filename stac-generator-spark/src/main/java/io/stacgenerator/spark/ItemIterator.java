package io.stacgenerator.spark;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.sql.Row;

/** The rows of the requests of one task, in their order, several of them in work at a time. */
final class ItemIterator implements Iterator<Row> {

    private final Iterator<String> requests;
    private final StacSparkOptions options;
    private final Counters counters;
    private final StacGenerator generator;
    private final Counters.Bytes bytes = new Counters.Bytes();
    private final Queue<Work> work = new ArrayDeque<>();

    private record Work(String request, CompletableFuture<GenerationResult> result) {}

    ItemIterator(Iterator<String> requests, StacSparkOptions options, Counters counters) {
        this.requests = requests;
        this.options = options;
        this.counters = counters;
        generator = ExecutorGenerator.of(options.concurrency());
        // A task that is killed, or whose rows nobody wants any more, leaves no request behind.
        TaskEnd.call(() -> work.forEach(each -> each.result().cancel(true)));
    }

    @Override
    public boolean hasNext() {
        while (work.size() < options.concurrency() && requests.hasNext()) {
            String request = requests.next();
            work.add(new Work(request, started(request)));
        }
        return !work.isEmpty();
    }

    private CompletableFuture<GenerationResult> started(String json) {
        try {
            GenerationRequest request = options.applyTo(GenerationRequest.fromJson(json));
            return generator.generateAsync(request, bytes.listening());
        } catch (StacGeneratorException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Work next = work.remove();
        Row row = row(next);
        counters.countBytes(bytes);
        return row;
    }

    private Row row(Work next) {
        try {
            GenerationResult result = next.result().join();
            counters.countItem(result.warnings().size());
            return ItemRow.of(next.request(), result);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof StacGeneratorException failure)) {
                throw e;
            }
            counters.countFailure(failure);
            if (options.failFast()) {
                throw failure;
            }
            return ItemRow.of(next.request(), failure);
        }
    }
}
