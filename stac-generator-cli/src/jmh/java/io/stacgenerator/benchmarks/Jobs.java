package io.stacgenerator.benchmarks;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobWorker;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.redis.RedisJobQueue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * Submits trivial jobs from one thread, runs them on four others, and prints as JSON what it took from the first
 * submission to the last end: after a warm-up, one by one, and by hundreds.
 *
 * <p>Arguments: the URL of the Redis; how many jobs.
 */
public final class Jobs {

    private static final int THREADS = 4;

    private final String url;

    private Jobs(String url) {
        this.url = url;
    }

    /**
     * Runs.
     *
     * @param args as above
     */
    public static void main(String[] args) throws InterruptedException {
        Jobs jobs = new Jobs(args[0]);
        int count = Integer.parseInt(args[1]);
        jobs.seconds(count / 2, 1);
        System.out.println(JsonText.compact(Map.of(
                "jobs", count,
                "one_by_one_seconds", jobs.seconds(count, 1),
                "batch_seconds", jobs.seconds(count, 100))));
    }

    private double seconds(int count, int batch) throws InterruptedException {
        List<Job> jobs =
                IntStream.range(0, count).mapToObj(i -> Job.of(request(i))).toList();
        String name = UUID.randomUUID().toString();
        try (JobQueue queue = RedisJobQueue.builder(url).name(name).open();
                JobWorker worker =
                        JobWorker.builder(queue, Jobs::result).threads(THREADS).start()) {
            CountDownLatch ends = new CountDownLatch(count);
            queue.listen(event -> {
                if (event.state() == JobState.FINISHED) {
                    ends.countDown();
                }
            });
            long start = System.nanoTime();
            submit(queue, jobs, batch);
            ends.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (queue.stats().count(JobState.FINISHED) != count || worker.running() > THREADS) {
                throw new IllegalStateException("jobs were lost");
            }
            return seconds;
        }
    }

    private static void submit(JobQueue queue, List<Job> jobs, int batch) {
        if (batch == 1) {
            jobs.forEach(queue::submit);
        } else {
            queue.submitAll(jobs);
        }
    }

    private static GenerationRequest request(int i) {
        String folder = "https://account.blob.core.windows.net/imagery/2026/11/scene-%06d/".formatted(i);
        return GenerationRequest.builder()
                .collection("https://catalog.example.com/collections/scenes.json")
                .itemId("scene-%06d".formatted(i))
                .assetPaths(folder + "B02.tif", folder + "B03.tif")
                .metadataPaths(folder + "metadata.json")
                .build();
    }

    private static GenerationResult result(GenerationRequest request) {
        Map<String, Object> item = Map.of(
                "type",
                "Feature",
                "stac_version",
                "1.1.0",
                "id",
                request.itemId().orElseThrow());
        return new GenerationResult(StacItem.of(item), List.of(), Map.of());
    }
}
