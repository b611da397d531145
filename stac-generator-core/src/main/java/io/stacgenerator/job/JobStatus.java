package io.stacgenerator.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.json.WrittenMembers;
import io.stacgenerator.model.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a queue knows of a job, without its result. Immutable.
 *
 * @since 0.1.0
 */
public final class JobStatus implements JsonObject {

    private final JobId id;
    private final JobState state;
    private final JobSubject subject;
    private final Instant enqueuedAt;
    private final @Nullable Instant startedAt;
    private final @Nullable Instant endedAt;
    private final @Nullable Instant retryAt;
    private final int attempts;
    private final @Nullable String worker;
    private final boolean leaseExpired;
    private final @Nullable JobError error;
    private final List<Warning> warnings;
    private final boolean withoutGeometry;

    private JobStatus(Builder builder) {
        id = builder.id;
        state = builder.state;
        subject = builder.subject;
        enqueuedAt = builder.enqueuedAt;
        startedAt = builder.startedAt;
        endedAt = builder.endedAt;
        retryAt = builder.retryAt;
        attempts = builder.attempts;
        worker = builder.worker;
        leaseExpired = builder.leaseExpired;
        error = builder.error;
        warnings = List.copyOf(builder.warnings);
        withoutGeometry = builder.withoutGeometry;
    }

    /**
     * Starts a status.
     *
     * @param id the id of the job
     * @param state where it stands
     * @param enqueuedAt when it was submitted
     * @return a builder
     */
    public static Builder builder(JobId id, JobState state, Instant enqueuedAt) {
        return new Builder(id, state, enqueuedAt);
    }

    /**
     * Reads a status that {@link #toMap} gave; members that a newer version adds are passed over.
     *
     * @param json the members
     * @return the status
     * @throws io.stacgenerator.StacGeneratorException with {@code INTERNAL} when a member is missing or malformed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JobStatus fromMap(Map<String, ?> json) {
        WrittenMembers members = new WrittenMembers("job status", json);
        return builder(
                        members.read("job_id", JobId::new),
                        members.read("status", text -> JobState.valueOf(text.toUpperCase(Locale.ROOT))),
                        members.read("enqueued_at", Instant::parse))
                .subject(JobSubject.fromMap(members))
                .worker(members.readOrNull("worker", text -> text))
                .withoutGeometry(Boolean.TRUE.equals(json.get("without_geometry")))
                .startedAt(members.readOrNull("started_at", Instant::parse))
                .endedAt(members.readOrNull("ended_at", Instant::parse))
                .retryAt(members.readOrNull("retry_at", Instant::parse))
                .attempts(members.number("attempts").intValue())
                .leaseExpired(members.flag("lease_expired"))
                .error(
                        json.get("error") == null
                                ? null
                                : JobError.fromMap(members.object("error").members()))
                .warnings(members.objects("warnings").stream()
                        .map(Warning::fromMap)
                        .toList())
                .build();
    }

    /**
     * Returns the id of the job.
     *
     * @return the id
     */
    public JobId id() {
        return id;
    }

    /**
     * Returns where the job stands.
     *
     * @return the state
     */
    public JobState state() {
        return state;
    }

    /**
     * Returns what people recognize the job by.
     *
     * @return the ids and names that are known so far
     */
    public JobSubject subject() {
        return subject;
    }

    /**
     * Returns when the job was submitted.
     *
     * @return the time
     */
    public Instant enqueuedAt() {
        return enqueuedAt;
    }

    /**
     * Returns when a worker took the job, the last time.
     *
     * @return the time; empty when none has
     */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /**
     * Returns when the job ended.
     *
     * @return the time; empty when it has not
     */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /**
     * Returns when a scheduled job may be tried again.
     *
     * @return the time; empty in any other state
     */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /**
     * Returns how long the job waited until a worker took it, the last time.
     *
     * @return the duration, counted from its submission; empty when none has
     */
    public Optional<Duration> waited() {
        return startedAt().map(start -> Duration.between(enqueuedAt, start));
    }

    /**
     * Returns how long the job ran, the last time.
     *
     * @return the duration; empty when no worker has taken it, or it has not ended
     */
    public Optional<Duration> ran() {
        return startedAt().flatMap(start -> endedAt().map(end -> Duration.between(start, end)));
    }

    /**
     * Returns which worker has the job, or had it last.
     *
     * @return the id of a {@link WorkerStatus}; empty when none has taken it
     */
    public Optional<String> worker() {
        return Optional.ofNullable(worker);
    }

    /**
     * Returns how many times a worker has taken the job since it was queued. Times at which it was given back, or its
     * worker was lost, do not count.
     *
     * @return at least 0
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns whether the job is started and its worker has not been heard of for longer than the lease: the worker
     * died or is cut off, and the next one that looks for work takes the job.
     *
     * @return true when the worker is lost
     */
    public boolean leaseExpired() {
        return leaseExpired;
    }

    /**
     * Returns why the job failed the last time, also while it waits to be tried again.
     *
     * @return the error; empty when it did not fail
     */
    public Optional<JobError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns the warnings of the result of a finished job.
     *
     * @return the warnings
     */
    public List<Warning> warnings() {
        return warnings;
    }

    /**
     * Returns whether the job is finished and its Item has no geometry: a valid Item that no search by place finds.
     *
     * @return true when the geometry is null
     */
    public boolean withoutGeometry() {
        return withoutGeometry;
    }

    /**
     * Returns this status as JSON members, times by RFC 3339.
     *
     * @return {@code job_id}, {@code status}, {@code enqueued_at}, {@code attempts}, {@code lease_expired} and
     *     {@code warnings}; {@code item_id}, {@code asset}, {@code provider}, {@code started_at}, {@code ended_at},
     *     {@code retry_at}, {@code waited_seconds}, {@code ran_seconds}, {@code worker} and {@code error} where there
     *     are any; {@code without_geometry} when it is true
     */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job_id", id.value());
        map.put("status", state.jsonName());
        map.putAll(subject.toMap());
        put(map, "enqueued_at", enqueuedAt);
        put(map, "started_at", startedAt);
        put(map, "ended_at", endedAt);
        put(map, "retry_at", retryAt);
        waited().ifPresent(time -> map.put("waited_seconds", seconds(time)));
        ran().ifPresent(time -> map.put("ran_seconds", seconds(time)));
        map.put("attempts", attempts);
        if (worker != null) {
            map.put("worker", worker);
        }
        map.put("lease_expired", leaseExpired);
        if (error != null) {
            map.put("error", error.toMap());
        }
        map.put("warnings", warnings.stream().map(Warning::toMap).toList());
        if (withoutGeometry) {
            map.put("without_geometry", true);
        }
        return map;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Instant time) {
        if (time != null) {
            map.put(name, time.toString());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobStatus status && status.toMap().equals(toMap());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "JobStatus" + toMap();
    }

    /** Collects what is known of a job; not thread-safe. */
    public static final class Builder {

        private final JobId id;
        private final JobState state;
        private final Instant enqueuedAt;
        private JobSubject subject = JobSubject.UNKNOWN;
        private @Nullable Instant startedAt;
        private @Nullable Instant endedAt;
        private @Nullable Instant retryAt;
        private int attempts;
        private @Nullable String worker;
        private boolean leaseExpired;
        private @Nullable JobError error;
        private List<Warning> warnings = List.of();
        private boolean withoutGeometry;

        private Builder(JobId id, JobState state, Instant enqueuedAt) {
            this.id = requireNonNull(id, "id");
            this.state = requireNonNull(state, "state");
            this.enqueuedAt = requireNonNull(enqueuedAt, "enqueuedAt");
        }

        /**
         * Sets what people recognize the job by.
         *
         * @param subject what is known so far; nothing by default
         * @return this
         */
        public Builder subject(JobSubject subject) {
            this.subject = requireNonNull(subject, "subject");
            return this;
        }

        /**
         * Sets when a worker took the job, the last time.
         *
         * @param startedAt the time, or null when none has
         * @return this
         */
        public Builder startedAt(@Nullable Instant startedAt) {
            this.startedAt = startedAt;
            return this;
        }

        /**
         * Sets when the job ended.
         *
         * @param endedAt the time, or null when it has not
         * @return this
         */
        public Builder endedAt(@Nullable Instant endedAt) {
            this.endedAt = endedAt;
            return this;
        }

        /**
         * Sets when a scheduled job may be tried again.
         *
         * @param retryAt the time, or null in any other state
         * @return this
         */
        public Builder retryAt(@Nullable Instant retryAt) {
            this.retryAt = retryAt;
            return this;
        }

        /**
         * Sets how many times a worker has taken the job.
         *
         * @param attempts at least 0, the default
         * @return this
         */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /**
         * Sets which worker has the job, or had it last.
         *
         * @param worker the id of the worker, or null when none has taken it
         * @return this
         */
        public Builder worker(@Nullable String worker) {
            this.worker = worker;
            return this;
        }

        /**
         * Sets whether the worker of a started job is lost.
         *
         * @param leaseExpired see {@link JobStatus#leaseExpired()}
         * @return this
         */
        public Builder leaseExpired(boolean leaseExpired) {
            this.leaseExpired = leaseExpired;
            return this;
        }

        /**
         * Sets why the job failed the last time.
         *
         * @param error the error, or null when it did not fail
         * @return this
         */
        public Builder error(@Nullable JobError error) {
            this.error = error;
            return this;
        }

        /**
         * Sets the warnings of the result.
         *
         * @param warnings the warnings; none by default
         * @return this
         */
        public Builder warnings(List<Warning> warnings) {
            this.warnings = requireNonNull(warnings, "warnings");
            return this;
        }

        /**
         * Sets whether the Item of a finished job has no geometry.
         *
         * @param withoutGeometry see {@link JobStatus#withoutGeometry()}; false by default
         * @return this
         */
        public Builder withoutGeometry(boolean withoutGeometry) {
            this.withoutGeometry = withoutGeometry;
            return this;
        }

        /**
         * Makes the status.
         *
         * @return an immutable status
         */
        public JobStatus build() {
            return new JobStatus(this);
        }
    }
}
