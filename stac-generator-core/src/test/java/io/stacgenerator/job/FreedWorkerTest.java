package io.stacgenerator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffCodec;
import io.stacgenerator.internal.geotiff.TiffCodecs;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.material.RequiresGdal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How soon a worker is free after the job that it runs was canceled in the midst of computing. */
@Timeout(120)
final class FreedWorkerTest {

    /** What is promised; of several tries the fastest counts, for the machine may be busy. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    private static final int TRIES = 3;
    private static final Duration UNDER_WAY = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    @Test
    void isFreeWithinASecondWhilePixelsOfATiffAreDecoded() throws IOException {
        int side = 20_000;
        int tile = 2_000;
        byte[] zeros = zeros(tile * tile);
        TiffCodec codec = TiffCodec.of(TiffCodecs.DEFLATE.compression(), block -> zeros);
        byte[] tiff = TiffBuilder.of(TiffImage.of(side, side).tiles(tile, tile).codec(codec, 1))
                .build();

        assertThat(fastest(Files.write(folder.resolve("a.tif"), tiff))).isLessThan(PROMISED);
    }

    @Test
    @RequiresGdal
    void isFreeWithinASecondWhileGdalReads() throws IOException {
        Path file = folder.resolve("a.img");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000L * 100_000);
        }
        Files.writeString(folder.resolve("a.hdr"), """
                ENVI
                samples = 100000
                lines = 100000
                bands = 1
                data type = 1
                interleave = bsq
                """);

        assertThat(fastest(file)).isLessThan(PROMISED);
    }

    private static byte[] zeros(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(new byte[count]);
        }
        return bytes.toByteArray();
    }

    private static Duration fastest(Path file) {
        return Stream.generate(() -> freed(file))
                .limit(TRIES)
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** Returns how long the only worker took to be free. */
    private static Duration freed(Path file) {
        GenerationOptions options = GenerationOptions.builder()
                .statistics(StatisticsMode.EXACT)
                .datetime(Instant.EPOCH)
                .build();
        GenerationRequest request =
                GenerationRequest.builder().assetPaths(file.toString()).build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build();
                InMemoryJobQueue queue = new InMemoryJobQueue();
                JobWorker worker =
                        JobWorker.builder(queue, generator::generate).threads(1).start()) {
            JobId id = queue.submit(request);
            await(() -> worker.running() == 1);
            Instant started = Instant.now();
            await(() -> Instant.now().isAfter(started.plus(UNDER_WAY)));
            assertThat(worker.running()).isEqualTo(1);
            long canceled = System.nanoTime();
            queue.cancel(id);
            await(() -> worker.running() == 0);
            Duration took = Duration.ofNanos(System.nanoTime() - canceled);
            assertThat(queue.status(id).state()).isEqualTo(JobState.STOPPED);
            return took;
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
