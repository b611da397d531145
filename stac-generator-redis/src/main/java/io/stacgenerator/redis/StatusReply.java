package io.stacgenerator.redis;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.Warning;
import io.stacgenerator.job.JobError;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobSubject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the function {@code status} of the scripts returns, as a status. */
final class StatusReply {

    private final List<?> fields;

    private StatusReply(List<?> fields) {
        this.fields = fields;
    }

    static JobStatus read(Object reply) {
        return new StatusReply((List<?>) reply).status();
    }

    private JobStatus status() {
        return JobStatus.builder(new JobId(text(0)), state(text(1)), requireNonNull(time(2)))
                .subject(new JobSubject(textOrNull(11), textOrNull(12), textOrNull(13)))
                .worker(textOrNull(14))
                .withoutGeometry("1".equals(textOrNull(15)))
                .startedAt(time(3))
                .endedAt(time(4))
                .retryAt(time(5))
                .attempts(Integer.parseInt(text(6)))
                .leaseExpired(text(7).equals("1"))
                .error(error())
                .warnings(warnings())
                .build();
    }

    static JobState state(String name) {
        return JobState.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private String text(int field) {
        return String.valueOf(fields.get(field));
    }

    private @Nullable String textOrNull(int field) {
        return fields.get(field) == null ? null : text(field);
    }

    private @Nullable Instant time(int field) {
        return fields.get(field) == null ? null : Instant.ofEpochMilli(Long.parseLong(text(field)));
    }

    private @Nullable JobError error() {
        return fields.get(8) == null ? null : JobError.of(text(8), text(9));
    }

    private List<Warning> warnings() {
        String json = textOrNull(10);
        return json == null || json.isEmpty() ? List.of() : WrittenWarnings.read(json);
    }
}
