package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.job.JobHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Plays random histories on a Redis whose clock the test sets, next to the queue in memory. */
@EnabledIfSystemProperty(
        named = "stacgenerator.cc",
        matches = ".+",
        disabledReason = "compiles a clock for Redis: name a C compiler with -Dstacgenerator.cc=/usr/bin/cc")
final class RedisHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("stacgenerator.jobHistories", 500);

    /** Gives the server the time that stands in a file, in seconds. Redis asks for the time of day by no other call. */
    private static final String CLOCK = """
            #include <fcntl.h>
            #include <stdlib.h>
            #include <sys/time.h>
            #include <unistd.h>

            int gettimeofday(struct timeval *restrict time, void *restrict zone) {
              char text[32] = {0};
              int file = open(getenv("CLOCK"), O_RDONLY);
              if (file < 0 || read(file, text, sizeof text - 1) < 0) abort();
              close(file);
              time->tv_sec = atoll(text);
              time->tv_usec = 0;
              return 0;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void answersAsTheQueueInMemoryWhateverHappensWhen() throws IOException {
        Path clock = folder.resolve("clock");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        set(clock, start);
        try (RedisProcess redis = RedisProcess.startAt(clock, compileClock());
                Jedis admin = redis.connect()) {
            for (int seed = 0; seed < HISTORIES; seed++) {
                admin.flushAll();
                start = start.plusSeconds(86_400); // time never goes back for the server
                try (RedisJobQueue queue = RedisJobQueue.builder(redis.url())
                        .options(JobHistory.OPTIONS)
                        .open()) {
                    JobHistory history = new JobHistory(seed, queue, start, time -> set(clock, time));
                    assertThat(history.play()).as("history %d", seed).isEmpty();
                }
            }
        }
    }

    private Path compileClock() throws IOException {
        Path source = Files.writeString(folder.resolve("clock.c"), CLOCK);
        Path library = folder.resolve("clock.so");
        int exit = new ProcessBuilder(
                        System.getProperty("stacgenerator.cc"), "-shared", "-fPIC", "-o", "" + library, "" + source)
                .inheritIO()
                .start()
                .onExit()
                .join()
                .exitValue();
        assertThat(exit).isZero();
        return library;
    }

    /** At once, so that the server never reads half of a time. */
    private static void set(Path clock, Instant time) {
        Path next = clock.resolveSibling("next");
        try {
            Files.writeString(next, Long.toString(time.getEpochSecond()));
            Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
