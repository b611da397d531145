package io.stacgenerator.internal.pipeline;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works on the elements of a list concurrently, a bounded number at a time, and keeps their order. */
final class Concurrency {

    private final ExecutorService executor;
    private final int bound;

    Concurrency(ExecutorService executor, int bound) {
        this.executor = executor;
        this.bound = bound;
    }

    <T, R> List<R> map(List<T> elements, Function<T, R> function) {
        if (elements.size() == 1) {
            return List.of(function.apply(elements.get(0)));
        }
        List<Future<R>> pending = new ArrayList<>();
        List<R> results = new ArrayList<>();
        try {
            for (Iterator<T> rest = elements.iterator(); rest.hasNext(); ) {
                if (pending.size() - results.size() >= bound) {
                    results.add(get(pending.get(results.size())));
                }
                T element = rest.next();
                pending.add(executor.submit(() -> function.apply(element)));
            }
            while (results.size() < pending.size()) {
                results.add(get(pending.get(results.size())));
            }
            return results;
        } catch (RejectedExecutionException e) {
            throw closed(e);
        } finally {
            pending.subList(results.size(), pending.size()).forEach(future -> future.cancel(true));
        }
    }

    static <R> R get(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw ServiceFailures.of(e.getCause());
        } catch (CancellationException e) {
            throw closed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(ErrorCode.CANCELED, "the calling thread was interrupted", e);
        }
    }

    static StacGeneratorException closed(@Nullable Throwable cause) {
        return new StacGeneratorException(ErrorCode.CANCELED, "the generator is closed", cause);
    }
}
