package io.stacgenerator.job;

import java.time.Duration;

/** A job that a thread works on, until it is done, taken away, or abandoned because it does not end. Thread-safe. */
final class RunningJob {

    private final Lease lease;
    private final Thread thread = Thread.currentThread();
    private final long startNanos = System.nanoTime();
    private boolean done;
    private boolean takenAway;
    private boolean overdue;
    private boolean abandoned;

    /** How many slots of its worker the job holds; changed by the thread that runs it alone. */
    volatile int slots = 1;

    RunningJob(Lease lease) {
        this.lease = lease;
    }

    Lease lease() {
        return lease;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Interrupts the thread, unless it is done with this job and may work on another one. */
    synchronized void takeAway() {
        takenAway = true;
        interrupt();
    }

    synchronized boolean isTakenAway() {
        return takenAway;
    }

    /** Interrupts the thread because its time is over; its end is still recorded, as that of a job that timed out. */
    synchronized void timeOut() {
        overdue = true;
        interrupt();
    }

    synchronized boolean isOverdue() {
        return overdue;
    }

    private void interrupt() {
        if (!done) {
            thread.interrupt();
        }
    }

    /**
     * Ends the job for its worker while its thread still works on it; the thread is to take no other one.
     *
     * @return false when the job had ended before
     */
    synchronized boolean abandon() {
        abandoned = !done;
        done = true;
        return abandoned;
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /**
     * Called by the thread itself at the end of the job: from now on it is not interrupted.
     *
     * @return false when the job was abandoned
     */
    synchronized boolean done() {
        done = true;
        Thread.interrupted();
        return !abandoned;
    }
}
