package io.stacgenerator.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of jobs.
 *
 * @param jobs the jobs, those submitted last first
 * @param next what to pass to {@link JobQueue#list} for the part that follows, or null at the end of the list; made of
 *     the characters {@code A-Z a-z 0-9 - _}
 * @since 0.1.0
 */
public record JobPage(List<JobStatus> jobs, @Nullable String next) {

    /** Copies the jobs. */
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
