package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Queues many jobs again. */
final class Requeue {

    private static final Set<JobState> GIVEN_UP = EnumSet.of(JobState.FAILED, JobState.STOPPED, JobState.CANCELED);

    /** As many as one look at a list may take: large enough that a hundred looks find all that a queue keeps. */
    private static final int PAGE = 1000;

    private Requeue() {}

    static int all(JobQueue queue, JobFilter filter) {
        Set<JobState> states = EnumSet.noneOf(JobState.class);
        states.addAll(filter.states());
        states.retainAll(GIVEN_UP);
        List<JobId> jobs = find(queue, new JobFilter(states, filter.code(), filter.provider(), filter.text()));
        int queued = 0;
        for (int i = jobs.size() - 1; i >= 0; i--) {
            queued += isQueued(queue, jobs.get(i)) ? 1 : 0;
        }
        return queued;
    }

    /** Finds all before the first is queued, since that moves it in the list. */
    private static List<JobId> find(JobQueue queue, JobFilter filter) {
        List<JobId> found = new ArrayList<>();
        JobPage page = queue.list(filter, null, PAGE);
        page.jobs().forEach(job -> found.add(job.id()));
        while (page.next() != null) {
            page = queue.list(filter, page.next(), PAGE);
            page.jobs().forEach(job -> found.add(job.id()));
        }
        return found;
    }

    private static boolean isQueued(JobQueue queue, JobId id) {
        try {
            return queue.requeue(id);
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.UNKNOWN_JOB) {
                return false; // it has expired meanwhile
            }
            throw e;
        }
    }
}
