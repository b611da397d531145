package io.stacgenerator.internal.pipeline.concurrency;

import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.Spliterators;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Works on a stream of requests a bounded number ahead of its consumer and gives the outcomes in the order of the
 * requests.
 */
public final class OrderedOutcomes extends Spliterators.AbstractSpliterator<GenerationOutcome> {

    private final Iterator<GenerationRequest> requests;
    private final Function<GenerationRequest, GenerationResult> generate;
    private final ExecutorService executor;
    private final int ahead;
    private final Queue<Future<GenerationOutcome>> pending = new ArrayDeque<>();

    private OrderedOutcomes(
            Iterator<GenerationRequest> requests,
            Function<GenerationRequest, GenerationResult> generate,
            ExecutorService executor,
            int ahead) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.requests = requests;
        this.generate = generate;
        this.executor = executor;
        this.ahead = ahead;
    }

    public static Stream<GenerationOutcome> of(
            Stream<GenerationRequest> requests,
            Function<GenerationRequest, GenerationResult> generate,
            ExecutorService executor,
            int ahead) {
        OrderedOutcomes outcomes = new OrderedOutcomes(requests.iterator(), generate, executor, ahead);
        return StreamSupport.stream(outcomes, false).onClose(() -> {
            outcomes.pending.forEach(future -> future.cancel(true));
            requests.close();
        });
    }

    @Override
    public boolean tryAdvance(Consumer<? super GenerationOutcome> action) {
        while (pending.size() < ahead && requests.hasNext()) {
            pending.add(submit(requests.next()));
        }
        Future<GenerationOutcome> first = pending.poll();
        if (first == null) {
            return false;
        }
        action.accept(Concurrency.get(first));
        return true;
    }

    private Future<GenerationOutcome> submit(GenerationRequest request) {
        try {
            return executor.submit(() -> outcome(request));
        } catch (RejectedExecutionException e) {
            throw Concurrency.closed(e);
        }
    }

    private GenerationOutcome outcome(GenerationRequest request) {
        try {
            return new GenerationOutcome(request, generate.apply(request), null);
        } catch (StacGeneratorException e) {
            return new GenerationOutcome(request, null, e);
        }
    }
}
