package io.stacgenerator.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.job.JobFilter;
import io.stacgenerator.job.JobPage;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of the list of jobs that a query asks for. */
record JobListing(JobFilter filter, @Nullable String after, int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;

    static JobListing of(Context ctx) {
        return new JobListing(
                filter(ctx, EnumSet.allOf(JobState.class)), ctx.queryParam("after"), limit(ctx.queryParam("limit")));
    }

    /** Reads which jobs a query means; of the given states where it names none. */
    static JobFilter filter(Context ctx, Set<JobState> otherwise) {
        String states = ctx.queryParam("status");
        return new JobFilter(
                states == null ? otherwise : states(states),
                code(ctx.queryParam("code")),
                ctx.queryParam("provider"),
                ctx.queryParam("q"));
    }

    private static Set<JobState> states(String names) {
        return Arrays.stream(names.split(",", -1)).map(JobListing::state).collect(Collectors.toSet());
    }

    private static JobState state(String name) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.jsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("status", name, "names of states, such as queued,started"));
    }

    private static @Nullable ErrorCode code(@Nullable String name) {
        return name == null || name.isEmpty()
                ? null
                : Arrays.stream(ErrorCode.values())
                        .filter(code -> code.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> refused("code", name, "the code of an error, such as NOT_FOUND"));
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
            return queue.list(filter, after, limit);
        } catch (IllegalArgumentException e) {
            throw refused("after", String.valueOf(after), "what the link of another page has");
        }
    }

    private String href(String next) {
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        query.put(
                "status",
                filter.states().stream().map(JobState::jsonName).sorted().collect(Collectors.joining(",")));
        query.put("code", filter.code() == null ? null : filter.code().name());
        query.put("provider", filter.provider());
        query.put("q", filter.text());
        query.put("limit", Integer.toString(limit));
        query.put("after", next);
        return query.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&", "/jobs?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
