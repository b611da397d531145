package io.stacgenerator.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.cli.demo.DemoScene;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobQueue;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ServiceLogTest {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private String line() throws InterruptedException {
        return lines.poll(30, TimeUnit.SECONDS);
    }

    /** The lines of a submission and of its job, in whichever order: the worker may be the quicker of the two. */
    private List<String> bothLines() throws InterruptedException {
        return List.of(line(), line());
    }

    private static void submit(ServiceClient client, String asset, String item) {
        String json = GenerationRequest.builder()
                .assetPaths(asset)
                .itemId(item)
                .build()
                .toJson();
        client.call(client.request("/jobs")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "proxy-17")
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void eachJobHasALineForPeople(@TempDir Path folder) throws Exception {
        String image = DemoScene.write(folder).image().toString();
        try (RunningService running = serve(folder, ServiceLog.text(lines::add))) {
            submit(running.client(), image, "scene");
            assertThat(bothLines())
                    .anyMatch(line -> line.matches("\\S+Z submitted job_id=\\S+ request_id=proxy-17"))
                    .anyMatch(line ->
                            line.matches("\\S+Z job job_id=\\S+ item_id=scene status=finished attempt=1 ms=\\d+"));
            submit(running.client(), folder.resolve("no such.tif").toString(), "gone");
            assertThat(bothLines())
                    .anyMatch(line ->
                            line.matches("\\S+Z job job_id=\\S+ item_id=gone status=failed attempt=1 code=NOT_FOUND "
                                    + "message=\".*no such.tif.*\" ms=\\d+"));
        }
    }

    @Test
    void eachJobHasALineForPrograms(@TempDir Path folder) throws Exception {
        String image = DemoScene.write(folder).image().toString();
        try (RunningService running = serve(folder, ServiceLog.json(lines::add, lines::add))) {
            submit(running.client(), image, "scene");
            assertThat(bothLines())
                    .map(ServiceClient::json)
                    .anySatisfy(line -> assertThat(line)
                            .containsEntry("event", "submitted")
                            .containsEntry("request_id", "proxy-17"))
                    .anySatisfy(line -> assertThat(line)
                            .containsEntry("event", "job")
                            .containsEntry("item_id", "scene")
                            .containsEntry("status", "finished")
                            .containsKeys("time", "job_id", "ms"));
        }
    }

    private static RunningService serve(Path folder, ServiceLog log) throws IOException {
        return new RunningService(
                folder, new InMemoryJobQueue(), options -> options.workers(1).log(log));
    }

    @Test
    void aLostAndARegainedQueueHaveALineEach() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        JobQueue queue = (JobQueue) Proxy.newProxyInstance(
                ServiceLogTest.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new StacGeneratorException(ErrorCode.QUEUE_UNAVAILABLE, "no Redis");
                    }
                    return null;
                });
        try (QueueWatch watch = new QueueWatch(queue, ServiceLog.text(lines::add), Duration.ofMillis(5))) {
            watch.start();
            assertThat(line()).endsWith("Z queue lost message=\"no Redis\"");
            away.set(false);
            assertThat(line()).endsWith("Z queue regained seconds=0");
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void warningsAndErrorsSayThatTheyAreSuch() {
        ServiceLog.text(lines::add).warning("open", "everybody may call");
        ServiceLog.text(lines::add).error("the process ended");
        assertThat(lines).containsExactly("warning: open: everybody may call", "error: the process ended");
        lines.clear();
        ServiceLog.json(lines::add, lines::add).warning("open", "everybody may call");
        ServiceLog.json(lines::add, lines::add).error("the process ended");
        assertThat(ServiceClient.json(lines.remove()))
                .containsEntry("event", "warning")
                .containsEntry("code", "open")
                .containsEntry("message", "everybody may call");
        assertThat(ServiceClient.json(lines.remove()))
                .containsEntry("event", "error")
                .containsEntry("message", "the process ended");
    }

    @Test
    void aLineStaysOneWhateverAFileIsCalled() {
        ServiceLog.text(lines::add).tell("job", Map.of("asset", "/a\nb \"c\" d=e"));
        assertThat(lines.remove()).endsWith("Z job asset=\"/a\\nb \\\"c\\\" d=e\"");
    }
}
