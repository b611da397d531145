package io.stacgenerator.job;

import io.stacgenerator.ErrorCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list. A job has to meet all that is given. The case of the letters A to Z is ignored.
 *
 * @param states the states of the jobs
 * @param code the kind of failure that they had the last time that they ran; null for any, or none
 * @param provider in lower case, the provider that their requests name; null for any, or none
 * @param text in lower case, what the id of the job, the id of the Item, the href of the first asset or the message of
 *     the error contains; null for anything
 * @since 0.1.0
 */
public record JobFilter(
        Set<JobState> states,
        @Nullable ErrorCode code,
        @Nullable String provider,
        @Nullable String text) {

    /** Copies the states, and takes an empty string for none. */
    public JobFilter {
        states = Set.copyOf(states);
        provider = provider == null || provider.isEmpty() ? null : lowerCase(provider);
        text = text == null || text.isEmpty() ? null : lowerCase(text);
    }

    /**
     * Lets all jobs through.
     *
     * @return a filter
     */
    public static JobFilter any() {
        return ofStates(EnumSet.allOf(JobState.class));
    }

    /**
     * Lets jobs through that are in one of some states.
     *
     * @param states the states
     * @return a filter
     */
    public static JobFilter ofStates(Set<JobState> states) {
        return new JobFilter(states, null, null, null);
    }

    /**
     * Returns whether the state of a job alone decides.
     *
     * @return true when nothing but states is given
     */
    public boolean isOfStates() {
        return code == null && provider == null && text == null;
    }

    /**
     * Returns whether a job is one of those to list.
     *
     * @param job the job
     * @return true when it meets all that is given
     */
    public boolean matches(JobStatus job) {
        return states.contains(job.state()) && hasCode(job) && hasProvider(job) && hasText(job);
    }

    private boolean hasCode(JobStatus job) {
        return code == null || job.error().filter(error -> error.code() == code).isPresent();
    }

    private boolean hasProvider(JobStatus job) {
        String named = job.subject().provider();
        return provider == null || (named != null && lowerCase(named).equals(provider));
    }

    private boolean hasText(JobStatus job) {
        String part = text;
        if (part == null) {
            return true;
        }
        String message = job.error().map(JobError::message).orElse(null);
        return Stream.of(job.id().value(), job.subject().itemId(), job.subject().asset(), message)
                .anyMatch(each -> each != null && lowerCase(each).contains(part));
    }

    /** Of A to Z alone, as in the scripts of Redis, whose language knows no other letters. */
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }
}
