package io.stacgenerator.job;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The jobs that have ended, in the order of their ends, within bounds of number and bytes. Not thread-safe. */
final class EndedJobs {

    private final JobQueueOptions options;
    private final Set<JobRecord> jobs = new LinkedHashSet<>();
    private long bytes;

    EndedJobs(JobQueueOptions options) {
        this.options = options;
    }

    void add(JobRecord job) {
        jobs.add(job);
        bytes += job.bytes();
    }

    void remove(JobRecord job) {
        if (jobs.remove(job)) {
            bytes -= job.bytes();
        }
    }

    /** Gives the oldest to be forgotten until the others are within the bounds; the newest one always stays. */
    void shrink(Consumer<JobRecord> forget) {
        while (jobs.size() > options.maxEnded() || (bytes > options.maxEndedBytes() && jobs.size() > 1)) {
            Iterator<JobRecord> oldest = jobs.iterator();
            forget.accept(oldest.next());
        }
    }
}
