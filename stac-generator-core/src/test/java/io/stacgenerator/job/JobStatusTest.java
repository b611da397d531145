package io.stacgenerator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobStatusTest {

    private static final JobStatus STATUS = JobStatus.builder(
                    new JobId("job-1"), JobState.STARTED, Instant.parse("2026-01-01T00:00:00Z"))
            .startedAt(Instant.parse("2026-01-01T00:00:01.5Z"))
            .attempts(2)
            .build();

    @Test
    void isReadFromWhatItWasWrittenAs() {
        assertThat(JobStatus.fromMap(STATUS.toMap())).usingRecursiveComparison().isEqualTo(STATUS);
    }

    @ParameterizedTest
    @CsvSource({
        "job_id, not an id",
        "status, asleep",
        "enqueued_at, 2026-01-01T25:00:00Z",
        "started_at, yesterday",
        "ended_at, 2026-02-30T00:00:00Z",
        "retry_at, +99999999999-01-01T00:00:00Z"
    })
    void aMemberThatTheLibraryDidNotWriteIsNamed(String name, String value) {
        Map<String, Object> json = new HashMap<>(STATUS.toMap());
        json.put(name, value);

        StacGeneratorException e = catchThrowableOfType(StacGeneratorException.class, () -> JobStatus.fromMap(json));

        assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(e).hasMessageContaining("job status has at /" + name);
    }
}
