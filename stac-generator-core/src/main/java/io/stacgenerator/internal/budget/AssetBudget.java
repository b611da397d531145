package io.stacgenerator.internal.budget;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the limits of one asset, over all threads that work on it.
 *
 * <p>Whoever computes for long calls {@link #decoded} or {@link #check} now and then. These also find out that the
 * thread was interrupted or that the time of the request is up, so that neither waits for the end of a computation.
 */
public final class AssetBudget {

    /** Reading the clock of a thread takes about as long as decoding some hundred pixels. */
    private static final long PIXELS_BETWEEN_CHECKS = 1 << 18;

    private static final long MEBIBYTE = 1 << 20;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<@Nullable Share> CURRENT = new ThreadLocal<>();

    private final AssetLimits limits;
    private final String href;
    private final Duration time;
    private final @Nullable Instant deadline;
    private final AtomicLong spent = new AtomicLong();
    private final AtomicLong pixels = new AtomicLong();
    private volatile boolean canceled;

    /**
     * Creates a budget.
     *
     * @param limits the limits
     * @param href what the asset is called in messages
     * @param size its size in bytes
     * @param deadline when the time of the request is up, or null
     */
    public AssetBudget(AssetLimits limits, String href, long size, @Nullable Instant deadline) {
        this(new Account(limits, href, time(limits, size), deadline, new Expense(0, 0)));
    }

    /**
     * Goes on with the budget of another process.
     *
     * @param account what {@link #account} returned there
     */
    public AssetBudget(Account account) {
        limits = account.limits();
        href = account.href();
        time = account.time();
        deadline = account.deadline();
        spent.set(account.spent().nanos());
        pixels.set(account.spent().pixels());
    }

    private static Duration time(AssetLimits limits, long size) {
        return limits.cpuTime()
                .plusMillis((long) (limits.cpuTimePerMebibyte().toMillis() * ((double) size / MEBIBYTE)));
    }

    /**
     * What has been spent.
     *
     * @param nanos the time of processors, in nanoseconds
     * @param pixels the pixels that were decoded
     */
    public record Expense(long nanos, long pixels) {}

    /**
     * A budget as another process goes on with it.
     *
     * @param limits the limits
     * @param href what the asset is called in messages
     * @param time the time of processors that it may take in all
     * @param deadline when the time of the request is up, or null
     * @param spent what was spent before
     */
    public record Account(
            AssetLimits limits,
            String href,
            Duration time,
            @Nullable Instant deadline,
            Expense spent) {}

    /**
     * Returns the budget of the calling thread for another process.
     *
     * @return the account; empty where the thread has no budget
     */
    public static Optional<Account> account() {
        return Optional.ofNullable(CURRENT.get()).map(share -> share.budget.toAccount());
    }

    private Account toAccount() {
        return new Account(limits, href, time, deadline, spent());
    }

    /**
     * Returns what was spent, also before.
     *
     * @return the sum over all threads
     */
    public Expense spent() {
        return new Expense(spent.get(), pixels.get());
    }

    /**
     * Adds what another process has spent to the budget of the calling thread.
     *
     * @param before what {@link #account} returned
     * @param after what was spent at its end
     */
    public static void add(Expense before, Expense after) {
        Share share = CURRENT.get();
        if (share != null) {
            share.budget.spent.addAndGet(after.nanos() - before.nanos());
            share.budget.pixels.addAndGet(after.pixels() - before.pixels());
        }
    }

    /**
     * Does work of this asset on the calling thread.
     *
     * @param <T> the type of the result
     * @param <X> what the work throws
     * @param work what to do
     * @return its result
     * @throws X what the work throws
     */
    public <T, X extends Exception> T spend(Work<T, X> work) throws X {
        Share outer = CURRENT.get();
        CURRENT.set(new Share(this));
        try {
            return work.run();
        } finally {
            Share share = CURRENT.get();
            if (share != null) {
                share.settle();
            }
            CURRENT.set(outer);
        }
    }

    /**
     * Takes the budget of the calling thread along to another one.
     *
     * @param <T> the type of the result
     * @param work what the other thread is to do, or this one
     * @return the work, at the expense of the same asset
     */
    public static <T> Callable<T> carried(Callable<T> work) {
        Share share = CURRENT.get();
        return share == null ? work : () -> share.budget.spendOnce(work);
    }

    /** A thread that works on this asset already counts its time by itself. */
    private <T> T spendOnce(Callable<T> work) throws Exception {
        Share share = CURRENT.get();
        return share != null && share.budget == this ? work.call() : spend(work::call);
    }

    /** Has all threads that work on the asset of the calling thread stop at their next check. */
    public static void cancel() {
        Share share = CURRENT.get();
        if (share != null) {
            share.budget.canceled = true;
        }
    }

    /**
     * Counts pixels that the calling thread has decoded.
     *
     * @param count their number
     * @throws StacGeneratorException as {@link #check} says
     */
    public static void decoded(long count) {
        Share share = CURRENT.get();
        if (share != null) {
            share.decoded(count);
        }
    }

    /**
     * Checks the number of bands before each of them is described.
     *
     * @param count the bands of the asset
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED} when there are too many
     */
    public static void bands(long count) {
        Share share = CURRENT.get();
        if (share != null) {
            share.budget.require(count, share.budget.limits.bands(), "bands");
        }
    }

    /**
     * Counts an element, group or value of a metadata document.
     *
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED} when there are too many
     */
    public static void element() {
        elements().run();
    }

    /**
     * Returns what counts each element, for a document that the calling thread reads at once.
     *
     * @return {@link #element}, without looking for the budget each time
     */
    public static Runnable elements() {
        Share share = CURRENT.get();
        return share == null ? () -> {} : share::element;
    }

    /**
     * Checks what the calling thread has spent.
     *
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED}, or with {@code CANCELED} when the thread was
     *     interrupted
     */
    public static void check() {
        Share share = CURRENT.get();
        if (share != null) {
            share.check();
        }
    }

    /**
     * Checks a number of things in the file.
     *
     * @param count their number
     * @param limit how many there may be
     * @param what their name
     * @throws StacGeneratorException with {@code LIMIT_EXCEEDED}
     */
    public void require(long count, long limit, String what) {
        if (count > limit) {
            throw exceeded("%d %s, at most %d are read".formatted(count, what, limit));
        }
    }

    private StacGeneratorException exceeded(String what) {
        return new StacGeneratorException(ErrorCode.LIMIT_EXCEEDED, "%s takes %s".formatted(href, what));
    }

    /**
     * Work on an asset.
     *
     * @param <T> the type of the result
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {

        /**
         * Does the work.
         *
         * @return the result
         * @throws X when it fails
         */
        T run() throws X;
    }

    /** What one thread spends. */
    private static final class Share {

        private final AssetBudget budget;
        private long counted = CLOCK.getCurrentThreadCpuTime();
        private long unchecked;
        private long elements;

        Share(AssetBudget budget) {
            this.budget = budget;
        }

        void decoded(long count) {
            unchecked += count;
            if (unchecked >= PIXELS_BETWEEN_CHECKS) {
                long all = budget.pixels.addAndGet(unchecked);
                unchecked = 0;
                budget.require(all, budget.limits.pixels(), "pixels");
                check();
            }
        }

        /** Counts what was spent since the last check. */
        void settle() {
            budget.pixels.addAndGet(unchecked);
            unchecked = 0;
            long unused = count();
        }

        void element() {
            budget.require(++elements, budget.limits.metadataElements(), "metadataElements");
        }

        void check() {
            if (budget.canceled || Thread.currentThread().isInterrupted()) {
                throw new StacGeneratorException(
                        ErrorCode.CANCELED,
                        "%s is not read to its end: the thread was interrupted".formatted(budget.href));
            }
            if (budget.deadline != null && Instant.now().isAfter(budget.deadline)) {
                throw new StacGeneratorException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "%s is not read to its end: the time of the request is up".formatted(budget.href));
            }
            if (count() > budget.time.toNanos()) {
                throw budget.exceeded("more than the limit cpuTime, %s for a file of its size".formatted(budget.time));
            }
        }

        private long count() {
            long now = CLOCK.getCurrentThreadCpuTime();
            long before = counted;
            counted = now;
            return budget.spent.addAndGet(now - before);
        }
    }
}
