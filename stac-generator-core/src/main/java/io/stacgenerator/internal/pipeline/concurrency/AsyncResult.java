package io.stacgenerator.internal.pipeline.concurrency;

import io.stacgenerator.GenerationResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** A result to come. Whoever ends the future from outside, by cancel or a timeout, ends the reading too. */
public final class AsyncResult {

    private final CompletableFuture<GenerationResult> result = new CompletableFuture<>();
    private volatile boolean ran;

    private AsyncResult() {}

    @SuppressWarnings("FutureReturnValueIgnored") // what follows the result has nothing more to tell
    public static CompletableFuture<GenerationResult> of(
            Supplier<GenerationResult> generate, ExecutorService executor) {
        AsyncResult async = new AsyncResult();
        Task task = async.new Task(generate);
        async.result.whenComplete((result, failure) -> {
            if (!async.ran) {
                task.cancel(true);
            }
        });
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            async.result.completeExceptionally(Concurrency.closed(e));
        }
        return async.result;
    }

    private final class Task extends FutureTask<GenerationResult> {

        private Task(Supplier<GenerationResult> generate) {
            super(generate::get);
        }

        @Override
        protected void set(GenerationResult made) {
            ran = true;
            result.complete(made);
            super.set(made);
        }

        @Override
        protected void setException(Throwable failure) {
            ran = true;
            result.completeExceptionally(failure);
            super.setException(failure);
        }

        /** The generator was closed before this task had its turn. */
        @Override
        protected void done() {
            if (isCancelled()) {
                result.completeExceptionally(Concurrency.closed(null));
            }
        }
    }
}
