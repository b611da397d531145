package io.stacgenerator.redis;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.job.JobFilter;
import io.stacgenerator.job.JobPage;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a page of jobs, looking at so many at a time that nobody waits long for the Redis. */
final class FoundJobs {

    /** About 3 ms for a Redis on a usual server. */
    private static final int LOOK_AT = 1000;

    private final List<JobStatus> jobs = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private final Redis redis;
    private final JobFilter filter;
    private final int limit;

    FoundJobs(Redis redis, JobFilter filter, int limit) {
        this.redis = redis;
        this.filter = filter;
        this.limit = limit;
    }

    JobPage after(@Nullable String after) {
        String below = after == null ? "+inf" : after;
        // one more than asked for says whether there is a page after this one
        while (!below.isEmpty() && jobs.size() <= limit) {
            below = look(below);
        }
        boolean more = jobs.size() > limit;
        return new JobPage(more ? jobs.subList(0, limit) : jobs, more ? sequences.get(limit - 1) : null);
    }

    /** Returns where to go on, or an empty string at the end of the list. */
    private String look(String below) {
        int wanted = limit + 1 - jobs.size();
        List<String> arguments = new ArrayList<>(List.of(
                below,
                String.valueOf(wanted),
                String.valueOf(filter.isOfStates() ? Math.min(wanted, LOOK_AT) : LOOK_AT),
                filter.code() == null ? "" : filter.code().name(),
                orEmpty(filter.provider()),
                orEmpty(filter.text())));
        filter.states().stream().map(JobState::jsonName).forEach(arguments::add);
        List<?> reply = (List<?>) requireNonNull(redis.run(Script.LIST, arguments));
        ((List<?>) reply.get(1)).forEach(found -> add((List<?>) found));
        return String.valueOf(reply.get(0));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void add(List<?> found) {
        sequences.add(String.valueOf(found.get(0)));
        jobs.add(StatusReply.read(requireNonNull(found.get(1))));
    }
}
