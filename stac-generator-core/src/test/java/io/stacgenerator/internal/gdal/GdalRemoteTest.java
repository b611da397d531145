package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.CapturedLog;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.testkit.HttpReply.Fault;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A remote file that GDAL reads is copied under the policy, its limits and the rules of credentials. */
@RequiresGdal
final class GdalRemoteTest {

    private static final String SECRET = "hunter2";
    private static final Fault NONE = reply -> {};

    private final RangeServer server = RangeServer.start();
    private final CapturedLog log = new CapturedLog();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        log.close();
        server.close();
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("allowed", loopback().build(), NONE, null),
                Arguments.of(
                        "host that is not allowed",
                        loopback().hosts("example.com").build(),
                        NONE,
                        ErrorCode.ACCESS_REFUSED),
                Arguments.of(
                        "address that is not public",
                        loopback().privateAddresses(false).build(),
                        NONE,
                        ErrorCode.ACCESS_REFUSED),
                Arguments.of(
                        "more bytes than a request may read",
                        loopback().requestBytes(1000).build(),
                        NONE,
                        ErrorCode.LIMIT_EXCEEDED),
                Arguments.of("redirect out of the policy", loopback().build(), redirect(), ErrorCode.ACCESS_REFUSED),
                Arguments.of("cut connection", loopback().build(), cut(), ErrorCode.STORAGE_UNAVAILABLE),
                Arguments.of("denied", loopback().build(), denied(), ErrorCode.ACCESS_DENIED));
    }

    private static StoragePolicy.Builder loopback() {
        return StoragePolicy.builder().schemes("http").hosts("127.0.0.1").privateAddresses(true);
    }

    private static Fault redirect() {
        return reply -> reply.status(302).header("Location", "http://localhost/a.jp2?sig=" + SECRET);
    }

    private static Fault cut() {
        return reply -> reply.cutAt(1000);
    }

    private static Fault denied() {
        return reply -> reply.status(403);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void endsInTheRightCodeAndRevealsNoCredential(
            String name, StoragePolicy policy, Fault fault, @Nullable ErrorCode expected) throws IOException {
        server.failAlways(fault);
        Path file = Fixtures.write(Fixtures.memory(300, 300, 1, Fixtures.BYTE), "JP2OpenJPEG", folder.resolve("a.jp2"));
        String href = signed(server.put("a.jp2", Files.readAllBytes(file)));
        StringWriter told = new StringWriter();
        try (StacGenerator generator = generator(policy)) {
            ErrorCode code = outcome(generator, href, new PrintWriter(told, true));
            assertThat(code).as(told.toString()).isEqualTo(expected);
        }
        assertThat(told.toString()).isNotEmpty().doesNotContain(SECRET);
        assertThat(log.text()).doesNotContain(SECRET);
    }

    private static StacGenerator generator(StoragePolicy policy) {
        return StacGenerator.builder()
                .storagePolicy(policy)
                .options(GenerationOptions.builder()
                        .statistics(StatisticsMode.EXACT)
                        .datetime(Instant.EPOCH)
                        .build())
                .http(HttpOptions.builder()
                        .attempts(1)
                        .maxDelay(Duration.ofMillis(1))
                        .build())
                .build();
    }

    private static String signed(String url) {
        return url.replace("http://", "http://user:" + SECRET + "@") + "?sv=2024-11-04&sig=" + SECRET;
    }

    private static @Nullable ErrorCode outcome(StacGenerator generator, String href, PrintWriter told) {
        GenerationRequest request = GenerationRequest.builder().assetPaths(href).build();
        try {
            String item = generator.generate(request).item().toJson();
            told.println(item);
            assertThat(item).contains("\"proj:code\":\"EPSG:32632\"", "\"maximum\":255");
            return null;
        } catch (StacGeneratorException e) {
            e.printStackTrace(told);
            return e.code();
        }
    }
}
