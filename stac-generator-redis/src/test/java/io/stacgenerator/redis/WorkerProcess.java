package io.stacgenerator.redis;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobWorker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A worker in a Java of its own, which may be killed. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess start(RedisProcess redis, Duration lease, File log) {
        try {
            return new WorkerProcess(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WorkerProcess.class.getName(),
                            redis.url(),
                            lease.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the worker as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] args) throws InterruptedException {
        JobQueueOptions options =
                JobQueueOptions.builder().lease(Duration.parse(args[1])).build();
        try (RedisJobQueue queue =
                        RedisJobQueue.builder(args[0]).options(options).open();
                JobWorker worker =
                        JobWorker.builder(queue, WorkerProcess::run).threads(4).start()) {
            new CountDownLatch(1 + worker.running()).await();
        }
    }

    private static GenerationResult run(GenerationRequest request) {
        if (TrivialJobs.isPoison(request)) {
            Runtime.getRuntime().halt(139); // as a crash in native code does
        }
        return TrivialJobs.run(request);
    }

    boolean isAlive() {
        return process.isAlive();
    }
}
