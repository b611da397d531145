package io.stacgenerator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JobValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "a:b", "{a}"})
    void anIdIsMadeOfFewCharacters(String value) {
        assertThatThrownBy(() -> new JobId(value)).hasMessageContaining("'" + value + "'");
    }

    @Test
    void anIdStandsForAKeyThatItDoesNotReveal() {
        assertThat(JobId.ofKey("order 66"))
                .isEqualTo(JobId.ofKey("order 66"))
                .isNotEqualTo(JobId.ofKey("order 67"))
                .returns(68, id -> id.value().length());
    }

    @Test
    void aStatusIsJson() {
        JobStatus status = JobStatus.builder(new JobId("a"), JobState.SCHEDULED, Instant.EPOCH)
                .subject(new JobSubject("scene", "https://host/a.tif?sig=secret", "umbra"))
                .startedAt(Instant.EPOCH.plusMillis(1500))
                .worker("host-1")
                .retryAt(Instant.EPOCH.plusSeconds(2))
                .attempts(1)
                .error(new JobError(ErrorCode.STORAGE_UNAVAILABLE, "storage does not answer"))
                .build();
        assertThat(JsonText.compact(status.toMap()))
                .isEqualTo("{\"job_id\":\"a\",\"status\":\"scheduled\",\"item_id\":\"scene\","
                        + "\"asset\":\"https://host/a.tif\",\"provider\":\"umbra\",\"enqueued_at\":\"1970-01-01T00:00:00Z\","
                        + "\"started_at\":\"1970-01-01T00:00:01.500Z\",\"retry_at\":\"1970-01-01T00:00:02Z\","
                        + "\"waited_seconds\":1.5,\"attempts\":1,\"worker\":\"host-1\",\"lease_expired\":false,\"error\":{\"code\":\"STORAGE_UNAVAILABLE\","
                        + "\"message\":\"storage does not answer\"},\"warnings\":[]}");
    }

    @Test
    void aStatusOfAnItemWithoutGeometrySaysSo() {
        JobStatus status = JobStatus.builder(new JobId("a"), JobState.FINISHED, Instant.EPOCH)
                .startedAt(Instant.EPOCH.plusSeconds(1))
                .endedAt(Instant.EPOCH.plusSeconds(3))
                .withoutGeometry(true)
                .build();
        assertThat(status.toMap()).containsEntry("without_geometry", true).containsEntry("ran_seconds", 2.0);
        assertThat(JobStatus.fromMap(status.toMap())).isEqualTo(status);
    }

    @Test
    void errorOfAJobSaysTheWarningsBeforeIt() {
        StacGeneratorException failure = new StacGeneratorException(ErrorCode.DATETIME_MISSING, "no date")
                .withWarnings(List.of(new Warning("raster-not-recognised", "it is an HTML page")));

        assertThat(JobError.of(failure))
                .isEqualTo(
                        new JobError(ErrorCode.DATETIME_MISSING, "no date; raster-not-recognised: it is an HTML page"));
    }

    @ParameterizedTest
    @CsvSource({"1, 500, 1000", "2, 1000, 2000", "3, 2000, 4000", "4, 2500, 5000", "70, 2500, 5000", "2000, 2500, 5000"
    })
    void retriesWaitLongerEachTimeAndNotTooLong(int attempt, long least, long most) {
        JobQueueOptions options = JobQueueOptions.builder()
                .backoff(Duration.ofSeconds(1), Duration.ofSeconds(5))
                .build();
        for (int i = 0; i < 100; i++) {
            assertThat(options.backoffAfter(attempt).toMillis()).isBetween(least, most);
        }
    }

    static Stream<Consumer<JobQueueOptions.Builder>> nonsense() {
        return Stream.of(
                options -> options.capacity(0),
                options -> options.maxAttempts(0),
                options -> options.maxRequestBytes(-1),
                options -> options.maxResultBytes(0),
                options -> options.lease(Duration.ZERO),
                options -> options.resultRetention(Duration.ofNanos(1)),
                options -> options.failureRetention(Duration.ofSeconds(-1)),
                options -> options.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void optionsRefuseNonsense(Consumer<JobQueueOptions.Builder> set) {
        assertThatThrownBy(() -> {
                    JobQueueOptions.Builder options = JobQueueOptions.builder();
                    set.accept(options);
                    options.build();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected at");
    }

    @Test
    void aResultComesBackFromItsJson() {
        GenerationResult result = new GenerationResult(
                StacItem.of(Map.of("id", "a", "bbox", List.of(1, 2.5))),
                List.of(new Warning("odd", "odd", "/id"), new Warning("odd", "odd")),
                Map.of("/id", "request"));
        GenerationResult read = GenerationResult.fromJson(result.toJson());
        assertThat(read.toJson()).isEqualTo(result.toJson());
        assertThat(read.warnings()).isEqualTo(result.warnings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"item\":1,\"warnings\":[],\"origins\":{}}",
                "{\"item\":{},\"warnings\":[1],\"origins\":{}}",
                "{\"item\":{},\"warnings\":[],\"origins\":{\"/id\":1}}"
            })
    void whatIsNotAResultIsRefused(String json) {
        assertThatThrownBy(() -> GenerationResult.fromJson(json)).isInstanceOf(StacGeneratorException.class);
    }
}
