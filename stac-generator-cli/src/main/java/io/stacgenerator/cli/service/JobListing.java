package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.job.JobPage;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of the list of jobs that a query asks for. */
record JobListing(Set<JobState> states, @Nullable String after, int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;

    static JobListing of(Context ctx) {
        return new JobListing(
                states(ctx.queryParam("status")), ctx.queryParam("after"), limit(ctx.queryParam("limit")));
    }

    private static Set<JobState> states(@Nullable String names) {
        return names == null
                ? EnumSet.allOf(JobState.class)
                : Arrays.stream(names.split(",", -1)).map(JobListing::state).collect(Collectors.toSet());
    }

    private static JobState state(String name) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.jsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("status", name, "names of states, such as queued,started"));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw refused("limit", text, "1 to " + MAX_LIMIT);
    }

    private static Refusal refused(String parameter, String value, String expected) {
        return new Refusal(
                HttpStatus.BAD_REQUEST, "parameter %s is '%s', expected %s".formatted(parameter, value, expected));
    }

    Map<String, Object> answer(JobQueue queue) {
        JobPage page = page(queue);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("jobs", page.jobs().stream().map(JobStatus::toMap).toList());
        members.put("counts", queue.stats().toMap().get("counts"));
        if (page.next() != null) {
            members.put("next", href(page.next()));
        }
        return members;
    }

    private JobPage page(JobQueue queue) {
        try {
            return queue.list(states, after, limit);
        } catch (IllegalArgumentException e) {
            throw refused("after", String.valueOf(after), "what the link of another page has");
        }
    }

    private String href(String next) {
        String names = states.stream().map(JobState::jsonName).sorted().collect(Collectors.joining(","));
        return "/jobs?status=%s&limit=%d&after=%s".formatted(names, limit, next);
    }
}
