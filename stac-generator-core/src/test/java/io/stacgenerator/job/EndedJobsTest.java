package io.stacgenerator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndedJobsTest {

    @ParameterizedTest
    @CsvSource({"3, 1000000, 3", "1000, 1, 1", "1000, 1000, 2"})
    void keepsTheNewestJobsWithinTheBounds(int maxEnded, long maxEndedBytes, int kept) {
        JobQueueOptions options = JobQueueOptions.builder()
                .maxEnded(maxEnded)
                .maxEndedBytes(maxEndedBytes)
                .build();
        try (InMemoryJobQueue queue = new InMemoryJobQueue(options)) {
            List<JobId> ids =
                    IntStream.range(0, 10).mapToObj(i -> endedJob(queue)).toList();
            assertThat(queue.list(EnumSet.allOf(JobState.class), null, 100).jobs())
                    .extracting(JobStatus::id)
                    .containsExactlyInAnyOrderElementsOf(ids.subList(10 - kept, 10));
            assertThat(queue.stats().count(JobState.FAILED)).isEqualTo(kept);
            assertThatThrownBy(() -> queue.status(ids.get(0)))
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_JOB))
                    .hasMessageContaining("made room");
        }
    }

    @Test
    void keepsAJobThatIsQueuedAgain() {
        JobQueueOptions options = JobQueueOptions.builder().maxEnded(1).build();
        try (InMemoryJobQueue queue = new InMemoryJobQueue(options)) {
            JobId again = endedJob(queue);
            queue.requeue(again);
            endedJob(queue, again);
            JobId newest = endedJob(queue);
            assertThat(queue.status(newest).state()).isEqualTo(JobState.FAILED);
        }
    }

    private static JobId endedJob(InMemoryJobQueue queue) {
        // 400 characters, so that two such requests and their members fit into 1000 bytes and three do not
        return endedJob(
                queue,
                queue.submit(GenerationRequest.builder()
                        .assetPaths("/data/" + "a".repeat(400))
                        .build()));
    }

    private static JobId endedJob(InMemoryJobQueue queue, JobId id) {
        try (JobLeases leases = queue.leases("worker")) {
            leases.fail(
                    leases.claim(1, Duration.ZERO).get(0),
                    new StacGeneratorException(ErrorCode.NOT_FOUND, "nothing there"));
        }
        return id;
    }
}
