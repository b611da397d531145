package io.stacgenerator.internal.pipeline.concurrency;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on the elements of a list concurrently, a bounded number at a time, and keeps their order.
 *
 * <p>The calling thread works too, and is helped by others where some are free. So it never waits for a thread that it
 * cannot get, however many callers there are.
 */
public final class Concurrency {

    private final Executor executor;
    private final Semaphore helpers;
    private final int bound;

    /**
     * Creates a concurrency.
     *
     * @param executor runs the helpers
     * @param helpers how many there may be for all lists
     * @param bound how many elements of a list are worked on at a time
     */
    public Concurrency(Executor executor, Semaphore helpers, int bound) {
        this.executor = executor;
        this.helpers = helpers;
        this.bound = bound;
    }

    public <T, R> List<R> map(List<T> elements, Function<T, R> function) {
        if (elements.size() == 1) {
            return List.of(function.apply(elements.get(0)));
        }
        try {
            return callAll(elements.stream()
                    .<Callable<R>>map(element -> () -> function.apply(element))
                    .toList());
        } catch (IOException e) {
            throw ServiceFailures.of(e);
        }
    }

    public <R> List<R> callAll(List<Callable<R>> tasks) throws IOException {
        Share<R> share = new Share<>(tasks.stream().map(FutureTask::new).toList());
        try {
            for (int i = 1; i < Math.min(bound, tasks.size()); i++) {
                help(share);
            }
            requireNotInterrupted();
            share.work();
            return share.results();
        } finally {
            share.cancel();
        }
    }

    private void help(Share<?> share) {
        if (!helpers.tryAcquire()) {
            return;
        }
        Runnable help = new Help(share, helpers);
        share.helps.add(help);
        try {
            executor.execute(help);
        } catch (RejectedExecutionException e) {
            helpers.release();
            if (executor instanceof ExecutorService service && service.isShutdown()) {
                throw closed(e);
            }
        }
    }

    private static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(null);
        }
    }

    /** The work of one list. */
    private static final class Share<R> {

        private final List<FutureTask<R>> tasks;
        private final List<Runnable> helps = new ArrayList<>();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Share(List<FutureTask<R>> tasks) {
            this.tasks = tasks;
        }

        /** Takes elements until there are none left, or one has failed: those behind it do not matter then. */
        private void work() {
            for (int i = next.getAndIncrement(); i < tasks.size() && !ended.get(); i = next.getAndIncrement()) {
                FutureTask<R> task = tasks.get(i);
                task.run();
                if (task.isCancelled()) {
                    Thread.interrupted(); // was meant for the task, not for its thread
                } else if (failed(task)) {
                    ended.set(true);
                    tasks.subList(i + 1, tasks.size()).forEach(later -> later.cancel(true));
                }
            }
        }

        private static boolean failed(FutureTask<?> task) {
            try {
                task.get();
                return false;
            } catch (ExecutionException | CancellationException e) {
                return true; // told in the order of the elements, by results()
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        private List<R> results() throws IOException {
            List<R> results = new ArrayList<>(tasks.size());
            for (FutureTask<R> task : tasks) {
                results.add(await(task));
            }
            return results;
        }

        private void cancel() {
            ended.set(true);
            tasks.forEach(task -> task.cancel(true));
            helps.forEach(help -> ((Help) help).withdraw());
        }
    }

    /** A helper; where the executor has not begun it when the list is done, it gives its place back. */
    private static final class Help implements Runnable {

        private final Share<?> share;
        private final Semaphore places;
        private final AtomicBoolean begun = new AtomicBoolean();

        private Help(Share<?> share, Semaphore places) {
            this.share = share;
            this.places = places;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                try {
                    share.work();
                } finally {
                    places.release();
                }
            }
        }

        private void withdraw() {
            if (begun.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    static <R> R get(Future<R> future) {
        try {
            return await(future);
        } catch (IOException e) {
            throw ServiceFailures.of(e);
        }
    }

    private static <R> R await(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw ServiceFailures.of(e.getCause());
        } catch (CancellationException e) {
            throw closed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private static StacGeneratorException interrupted(@Nullable Throwable cause) {
        return new StacGeneratorException(ErrorCode.CANCELED, "the calling thread was interrupted", cause);
    }

    public static StacGeneratorException closed(@Nullable Throwable cause) {
        return new StacGeneratorException(ErrorCode.CANCELED, "the generator is closed", cause);
    }
}
