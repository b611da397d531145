package io.stacgenerator.job;

/** A job that a thread works on, until it is done or taken away. Thread-safe. */
final class RunningJob {

    private final Lease lease;
    private final Thread thread = Thread.currentThread();
    private boolean done;
    private boolean takenAway;

    RunningJob(Lease lease) {
        this.lease = lease;
    }

    Lease lease() {
        return lease;
    }

    /** Interrupts the thread, unless it is done with this job and may work on another one. */
    synchronized void takeAway() {
        takenAway = true;
        if (!done) {
            thread.interrupt();
        }
    }

    synchronized boolean isTakenAway() {
        return takenAway;
    }

    /** Called by the thread itself: from now on it is not interrupted. */
    synchronized void done() {
        done = true;
        Thread.interrupted();
    }
}
