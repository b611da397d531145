package io.stacgenerator;

import static io.stacgenerator.ErrorCode.ACCESS_DENIED;
import static io.stacgenerator.ErrorCode.ACCESS_REFUSED;
import static io.stacgenerator.ErrorCode.ASSET_CHANGED;
import static io.stacgenerator.ErrorCode.DATETIME_MISSING;
import static io.stacgenerator.ErrorCode.INVALID_COLLECTION;
import static io.stacgenerator.ErrorCode.INVALID_METADATA;
import static io.stacgenerator.ErrorCode.INVALID_RASTER;
import static io.stacgenerator.ErrorCode.LIMIT_EXCEEDED;
import static io.stacgenerator.ErrorCode.NOT_FOUND;
import static io.stacgenerator.ErrorCode.STORAGE_UNAVAILABLE;
import static io.stacgenerator.ErrorCode.UNKNOWN_EXTENSION;
import static io.stacgenerator.ErrorCode.UNSUPPORTED_HREF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.Job;
import io.stacgenerator.job.JobError;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.JobWorker;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.testkit.HttpReply;
import io.stacgenerator.testkit.HttpReply.Fault;
import io.stacgenerator.testkit.RangeServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row sends a request with signed hrefs through a success or a failure, which ends in an Item or the right code;
 * nothing that comes out holds the credentials.
 */
final class SecretsEndToEndTest {

    private static final String SECRET = "hunter2";
    private static final String[] FORMS = {SECRET, "dXNlcjpodW50ZXIy", "sig=", "sv=2024", "user:", "user%3A"};

    private static final byte[] NO_BYTES = {};
    private static final byte[] METADATA =
            bytes("{\"platform\": \"sentinel-2b\", \"datetime\": \"2026-01-01T00:00:00Z\"}");
    private static final byte[] COLLECTION = bytes(
            "{\"type\": \"Collection\", \"stac_version\": \"1.1.0\", \"id\": \"c\", \"description\": \"d\", \"license\": \"other\","
                    + " \"extent\": {\"spatial\": {\"bbox\": [[0, 0, 1, 1]]}, \"temporal\": {\"interval\": [[null, null]]}},"
                    + " \"links\": [{\"rel\": \"root\", \"href\": \"catalog.json\"}]}");
    private static final Fault NONE = reply -> {};
    private static final StoragePolicy LOOPBACK = closed().hosts("127.0.0.1").build();

    private final RangeServer server = RangeServer.start();
    private final CapturedLog log = new CapturedLog();

    /** A row of the table: what is changed of a request that would succeed. */
    private record Row(
            String name,
            @Nullable ErrorCode expected,
            Map<String, byte[]> files,
            Fault fault,
            StoragePolicy policy,
            UnaryOperator<GenerationRequest.Builder> request) {

        static Row of(String name, @Nullable ErrorCode expected) {
            Map<String, byte[]> files =
                    Map.of("a.tif", Scene.cog(), "metadata.json", METADATA, "collection.json", COLLECTION);
            return new Row(name, expected, files, NONE, StoragePolicy.open(), same -> same);
        }

        Row file(String file, byte[] content) {
            Map<String, byte[]> changed = new HashMap<>(files);
            changed.put(file, content);
            return new Row(name, expected, changed, fault, policy, request);
        }

        Row metadata(String text) {
            return file("metadata.json", bytes(text));
        }

        Row fault(Fault every) {
            return new Row(name, expected, files, every, policy, request);
        }

        Row policy(StoragePolicy other) {
            return new Row(name, expected, files, fault, other, request);
        }

        Row request(UnaryOperator<GenerationRequest.Builder> change) {
            return new Row(name, expected, files, fault, policy, change);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static StoragePolicy.Builder closed() {
        return StoragePolicy.builder().schemes("http").privateAddresses(true);
    }

    private static Row asset(String name, ErrorCode expected, String href) {
        return Row.of(name, expected).request(request -> request.assetPaths(href));
    }

    static Stream<Row> rows() {
        return Stream.of(
                Row.of("success", null),
                Row.of("success within a closed policy", null).policy(LOOPBACK),
                Row.of("a picture beside, with a warning", null)
                        .metadata("{\"datetime\": \"2026-01-01T00:00:00Z\", \"gsd\": \"x\"}"),
                Row.of("200 and the whole file", null).fault(HttpReply::whole),
                Row.of("metadata that win", null).request(request -> request.source(Source.MANUAL)),
                Row.of("cut connection", STORAGE_UNAVAILABLE).fault(reply -> reply.cutAt(10)),
                Row.of("connection broken off", STORAGE_UNAVAILABLE).fault(HttpReply::reset),
                Row.of("slow body", STORAGE_UNAVAILABLE).fault(reply -> reply.silentAt(10)),
                Row.of("206 with fewer bytes", STORAGE_UNAVAILABLE).fault(reply -> reply.shorten(10)),
                Row.of("wrong Content-Range", STORAGE_UNAVAILABLE)
                        .fault(reply -> reply.header("Content-Range", "bytes 7-9/10")),
                Row.of("401", ACCESS_DENIED).fault(reply -> reply.status(401)),
                Row.of("403", ACCESS_DENIED).fault(reply -> reply.status(403)),
                Row.of("404", NOT_FOUND).fault(reply -> reply.status(404)),
                Row.of("412", ASSET_CHANGED).fault(reply -> reply.status(412)),
                Row.of("416", ASSET_CHANGED).fault(reply -> reply.status(416)),
                Row.of("429", STORAGE_UNAVAILABLE)
                        .fault(reply -> reply.status(429).header("Retry-After", "3600")),
                Row.of("503", STORAGE_UNAVAILABLE).fault(reply -> reply.status(503)),
                Row.of("redirect to itself", STORAGE_UNAVAILABLE).fault(redirect("?sig=" + SECRET)),
                Row.of("redirect to a file", UNSUPPORTED_HREF).fault(redirect("file:///etc/passwd?sig=" + SECRET)),
                Row.of("redirect to the metadata of a cloud", ACCESS_REFUSED)
                        .policy(LOOPBACK)
                        .fault(redirect("http://169.254.169.254/latest?sig=" + SECRET)),
                Row.of("address that is not public", ACCESS_REFUSED)
                        .policy(closed().hosts("*").privateAddresses(false).build()),
                Row.of("host that is not allowed", ACCESS_REFUSED)
                        .policy(closed().hosts("example.com").build()),
                Row.of("scheme that is not allowed", ACCESS_REFUSED)
                        .policy(StoragePolicy.builder().hosts("127.0.0.1").build()),
                Row.of("too many bytes", LIMIT_EXCEEDED)
                        .policy(closed().hosts("127.0.0.1").requestBytes(1000).build()),
                Row.of("too large metadata", LIMIT_EXCEEDED)
                        .policy(closed().hosts("127.0.0.1").metadataBytes(10).build()),
                Row.of("broken raster", INVALID_RASTER).file("a.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}),
                Row.of("broken metadata", INVALID_METADATA).metadata("{\"sig\": "),
                Row.of("no collection", INVALID_COLLECTION).file("collection.json", bytes("[]")),
                Row.of("empty files", INVALID_COLLECTION).file("collection.json", NO_BYTES),
                Row.of("no date", DATETIME_MISSING).metadata("{}").file("a.tif", Scene.picture()),
                Row.of("no such extension", UNKNOWN_EXTENSION).request(request -> request.extensions("no-such")),
                asset("nobody's scheme", UNSUPPORTED_HREF, "s3://user:hunter2@b/a.tif?X-Amz-Signature=hunter2"),
                asset("no URL", UNSUPPORTED_HREF, "https://user:hunter2@/a b.tif?sv=2024&sig=hunter2"),
                asset("unknown host", STORAGE_UNAVAILABLE, "https://user:hunter2@no.invalid/a.tif?sig=hunter2"),
                asset("nobody listens", STORAGE_UNAVAILABLE, "http://user:hunter2@127.0.0.1:1/a.tif?sig=hunter2"));
    }

    private static Fault redirect(String location) {
        return reply -> reply.status(302).header("Location", location);
    }

    @AfterEach
    void close() {
        log.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsInAnItemOrTheRightCodeAndRevealsNoCredential(Row row) {
        GenerationRequest request = request(row);
        server.failAlways(row.fault());
        StringWriter told = new StringWriter();
        try (StacGenerator generator = generator(row)) {
            ErrorCode code = outcome(generator, request, new PrintWriter(told, true));
            assertThat(code).as(told.toString()).isEqualTo(row.expected());
            JobStatus job = runAsJob(generator, request, new PrintWriter(told, true));
            assertThat(job.error().map(JobError::code).orElse(null)).isEqualTo(row.expected());
        }
        assertThat(told.toString()).isNotEmpty().doesNotContain(FORMS);
        assertThat(log.text()).doesNotContain(FORMS);
        if (row.expected() == null) {
            assertThat(log.text()).as("the log is captured").isNotEmpty();
        }
    }

    private GenerationRequest request(Row row) {
        GenerationRequest.Builder request = GenerationRequest.builder()
                .assetPaths(signed(row, "a.tif"))
                .metadataPaths(signed(row, "metadata.json"))
                .collection(signed(row, "collection.json"));
        return row.request().apply(request).build();
    }

    private String signed(Row row, String file) {
        String url = server.put(file, row.files().get(file));
        return url.replace("http://", "http://user:" + SECRET + "@") + "?sv=2024-11-04&sig=" + SECRET;
    }

    private static StacGenerator generator(Row row) {
        return StacGenerator.builder()
                .storagePolicy(row.policy())
                .options(GenerationOptions.builder()
                        .statistics(StatisticsMode.EXACT)
                        .build())
                .http(HttpOptions.builder()
                        .attempts(2)
                        .maxDelay(Duration.ofMillis(10))
                        .readTimeout(row.name().startsWith("slow") ? Duration.ofMillis(300) : Duration.ofSeconds(30))
                        .build())
                .build();
    }

    private static @Nullable ErrorCode outcome(StacGenerator generator, GenerationRequest request, PrintWriter told) {
        told.println(request);
        try {
            GenerationResult result = generator.generate(request);
            told.println(JsonText.pretty(result.toMap()));
            told.println(result);
            return null;
        } catch (StacGeneratorException e) {
            e.printStackTrace(told);
            told.println(e.faults());
            return e.code();
        }
    }

    private static JobStatus runAsJob(StacGenerator generator, GenerationRequest request, PrintWriter told) {
        JobQueueOptions once = JobQueueOptions.builder().maxAttempts(1).build();
        Queue<JobEvent> events = new ConcurrentLinkedQueue<>();
        try (InMemoryJobQueue queue = new InMemoryJobQueue(once);
                JobWorker worker = JobWorker.builder(queue, generator::generate).start()) {
            queue.listen(events::add);
            Job job = Job.of(request);
            queue.submit(job);
            JobStatus status = queue.await(job.id(), Duration.ofMinutes(1));
            told.println(job + " " + worker.running() + " " + status + JsonText.pretty(status.toMap()) + events);
            queue.result(job.id()).ifPresent(result -> told.println(JsonText.pretty(result.toMap())));
            return status;
        }
    }
}
