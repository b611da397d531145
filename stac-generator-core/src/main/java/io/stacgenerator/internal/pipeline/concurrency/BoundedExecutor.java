package io.stacgenerator.internal.pipeline.concurrency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a bounded number of tasks at a time on an executor that belongs to someone else; the others wait their turn. */
public final class BoundedExecutor extends AbstractExecutorService {

    private final Executor executor;
    private final int bound;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Set<Thread> running = new HashSet<>();
    private int workers;
    private boolean shutdown;

    public BoundedExecutor(Executor executor, int bound) {
        this.executor = executor;
        this.bound = bound;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (shutdown) {
                throw new RejectedExecutionException("no more tasks are taken");
            }
            waiting.add(task);
            if (workers == bound) {
                return;
            }
            workers++;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            giveUp(task);
            throw e;
        }
    }

    private synchronized void giveUp(Runnable task) {
        workers--;
        waiting.remove(task);
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } finally {
                end();
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            workers--;
        } else {
            running.add(Thread.currentThread());
        }
        return task;
    }

    /** The thread is its owner's again: an interrupt that was meant for the task does not stay with it. */
    private synchronized void end() {
        running.remove(Thread.currentThread());
        if (shutdown) {
            Thread.interrupted();
        }
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown = true;
        running.forEach(Thread::interrupt);
        List<Runnable> left = new ArrayList<>(waiting);
        waiting.clear();
        return left;
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return shutdown && running.isEmpty();
    }

    /** Does not wait: whoever wants to know waits for the futures of the tasks. */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }
}
