package io.stacgenerator.redis;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.Job;
import io.stacgenerator.model.StacItem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Jobs of some 430 bytes that take a millisecond and give an Item of three members. */
final class TrivialJobs {

    private TrivialJobs() {}

    static List<Job> jobs(int count) {
        return IntStream.range(0, count).mapToObj(i -> Job.of(request(i))).toList();
    }

    static GenerationRequest request(int i) {
        String folder = "https://account.blob.core.windows.net/imagery/2026/11/scene-%06d/".formatted(i);
        return GenerationRequest.builder()
                .collection("https://catalog.example.com/collections/scenes.json")
                .itemId("scene-%06d".formatted(i))
                .assetPaths(folder + "B02.tif", folder + "B03.tif")
                .metadataPaths(folder + "metadata.json")
                .build();
    }

    /** A request that ends a {@link WorkerProcess}. */
    static GenerationRequest poison() {
        return GenerationRequest.builder().assetPaths("/poison").build();
    }

    static boolean isPoison(GenerationRequest request) {
        return request.equals(poison());
    }

    static GenerationResult result(GenerationRequest request) {
        return new GenerationResult(
                StacItem.of(Map.of(
                        "type",
                        "Feature",
                        "stac_version",
                        "1.1.0",
                        "id",
                        request.itemId().orElseThrow())),
                List.of(),
                Map.of());
    }

    static GenerationResult run(GenerationRequest request) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        return result(request);
    }
}
