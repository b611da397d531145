package io.stacgenerator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobLeases;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.Lease;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Jobs: the documents that travel through a queue, and the queue itself, to which each byte does something. The first
 * byte chooses.
 */
public final class JobFuzzer {

    private static final List<Job> JOBS = IntStream.range(0, 4)
            .mapToObj(i -> new Job(
                    JobId.ofKey("job-" + i),
                    GenerationRequest.builder().assetPaths("/data/" + i).build()))
            .toList();

    private static final GenerationResult RESULT =
            GenerationResult.fromJson("{\"item\":{\"type\":\"Feature\",\"stac_version\":\"1.1.0\",\"id\":\"a\"},"
                    + "\"warnings\":[],\"origins\":{}}");

    private final InMemoryJobQueue queue = new InMemoryJobQueue();
    private final Map<JobId, Lease> held = new HashMap<>();

    private JobFuzzer() {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "0{\"assets\":[{\"href\":\"/a.tif\",\"roles\":[\"data\"]}],\"itemId\":\"a\","
                                + "\"options\":{\"statistics\":\"exact\",\"properties\":{\"gsd\":10}}}",
                        "1{\"job_id\":\"job-1\",\"status\":\"failed\",\"attempts\":2,\"enqueued_at\":"
                                + "\"2026-01-01T00:00:00Z\",\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"x\"},"
                                + "\"lease_expired\":false,\"warnings\":[]}",
                        "2{\"item\":{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"gsd\":1.50}},"
                                + "\"warnings\":[{\"code\":\"x\",\"message\":\"y\"}],\"origins\":{\"/id\":\"request\"}}",
                        "3\u0000\u0008\u0001\u0002\u0010\u0001\u0003\u0006\u0001\u0005\u0001\u0004\u0011\u0012")
                .map(text -> text.getBytes(UTF_8));
    }

    /** Reads a document, or does to a queue what the bytes say. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String text = new String(data, 1, data.length - 1, UTF_8);
        switch (data[0] & 3) {
            case 0 -> staysTheSame(text, map -> GenerationRequest.fromMap(map).toMap());
            case 1 -> staysTheSame(text, map -> JobStatus.fromMap(map).toMap());
            case 2 -> staysTheSame(text, map -> GenerationResult.fromMap(map).toMap());
            default -> new JobFuzzer().play(data);
        }
    }

    /** What is read and written is read and written as the same again; what cannot be read is refused by us. */
    private static void staysTheSame(String text, UnaryOperator<Map<String, Object>> copy) {
        Map<String, Object> written;
        try {
            written = copy.apply(JsonReader.object(text, ErrorCode.INVALID_REQUEST, "document"));
        } catch (StacGeneratorException e) {
            return;
        }
        require(copy.apply(written).equals(written), "is read as something else: " + written);
    }

    private void play(byte[] script) {
        try (queue;
                JobLeases worker = queue.leases("worker")) {
            for (int i = 1; i < Math.min(script.length, 200); i++) {
                step(script[i] & 7, JOBS.get((script[i] >> 3) & 3), worker);
                long counted = queue.stats().counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                int listed = queue.list(EnumSet.allOf(JobState.class), null, 10)
                        .jobs()
                        .size();
                require(counted == listed, "counts %d jobs, lists %d".formatted(counted, listed));
            }
        }
    }

    private void step(int choice, Job job, JobLeases worker) {
        try {
            switch (choice) {
                case 0 -> queue.submit(job);
                case 1 -> worker.claim(1, Duration.ZERO).forEach(this::hold);
                case 2 -> end(job.id(), lease -> worker.finish(lease, RESULT));
                case 3 ->
                    end(job.id(), lease -> worker.fail(lease, new StacGeneratorException(ErrorCode.NOT_FOUND, "none")));
                case 4 -> end(job.id(), worker::release);
                case 5 -> {
                    if (queue.cancel(job.id())) {
                        held.remove(job.id());
                    }
                }
                case 6 -> queue.requeue(job.id());
                default -> worker.renew(List.copyOf(held.values()));
            }
        } catch (StacGeneratorException e) {
            require(e.code() != ErrorCode.INTERNAL, "throws " + e);
        }
    }

    private void hold(Lease lease) {
        require(held.put(lease.id(), lease) == null, "job %s is given out twice".formatted(lease.id()));
    }

    private void end(JobId id, Predicate<Lease> action) {
        Lease lease = held.remove(id);
        require(lease == null || action.test(lease), "the lease of %s is lost".formatted(id));
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new AssertionError(fault);
        }
    }
}
