package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.testkit.HttpCall;
import io.stacgenerator.testkit.RangeServer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server is asked for by Items of one Collection. */
final class CollectionRequestsTest {

    private static final int ITEMS = 20;

    private final RangeServer server = RangeServer.start();
    private final Scene scene = new Scene();
    private final String asset = scene.putCog("a.tif");

    @AfterEach
    void stop() {
        server.close();
    }

    /** As long as a Collection with many item assets: longer than what opening a file reads. */
    private static byte[] collection(String id) {
        return "{\"type\": \"Collection\", \"id\": \"%s\", \"description\": \"%s\"}"
                .formatted(id, "x".repeat(100_000))
                .getBytes(UTF_8);
    }

    private GenerationRequest request(String collection) {
        return GenerationRequest.builder()
                .assetPaths(asset)
                .collection(collection)
                .build();
    }

    private StacGenerator.Builder builder() {
        return StacGenerator.builder().install(scene.storage());
    }

    private static void generate(StacGenerator generator, Stream<GenerationRequest> requests, String id) {
        assertThat(generator.generateAll(requests).map(GenerationOutcome::get).toList())
                .allMatch(result -> result.item().collection().orElseThrow().equals(id));
    }

    private Stream<GenerationRequest> requests(String href) {
        return IntStream.range(0, ITEMS).mapToObj(i -> request(href));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void documentIsSentOnceAndThenAskedFor(int concurrency) {
        byte[] document = collection("c");
        String href = server.put("c.json", document);
        try (StacGenerator generator = builder().concurrency(concurrency).build()) {
            generate(generator, requests(href), "c");
            generate(generator, requests(href), "c");
        }
        assertThat(server.bytesSent()).isEqualTo(document.length);
        assertThat(server.calls().size()).isLessThanOrEqualTo(2 * ITEMS);
        assertThat(server.calls())
                .filteredOn(call -> call.header("If-None-Match") != null)
                .hasSizeGreaterThanOrEqualTo(ITEMS);
    }

    @Test
    void documentWithADateAloneIsAskedForByIt() {
        byte[] document = collection("c");
        String href = server.put("c.json", document);
        server.failAlways(reply -> reply.header("ETag", ""));
        try (StacGenerator generator = builder().build()) {
            generate(generator, requests(href), "c");
        }
        assertThat(server.bytesSent()).isEqualTo(document.length);
        assertThat(server.calls()).anyMatch(call -> call.header("If-Modified-Since") != null);
    }

    @Test
    void documentThatChangedIsGotAgain() {
        String href = server.put("c.json", collection("before"));
        try (StacGenerator generator = builder().concurrency(1).build()) {
            generate(generator, requests(href), "before");
            server.put("c.json", collection("after"));
            generate(generator, requests(href), "after");
        }
        assertThat(server.bytesSent()).isEqualTo(collection("before").length + collection("after").length);
    }

    @Test
    void documentThatIsGoneOrForbiddenIsNotTakenFromBefore() {
        String href = server.put("c.json", collection("c"));
        try (StacGenerator generator = builder().build()) {
            generate(generator, Stream.of(request(href)), "c");
            for (int status : List.of(401, 403, 404)) {
                server.failNext(reply -> reply.status(status));
                assertThat(generator.generateAll(Stream.of(request(href))).toList())
                        .allMatch(outcome -> outcome.error() != null);
            }
        }
    }

    @Test
    void documentThatMayNotBeStoredIsGotEachTime() {
        byte[] document = collection("c");
        String href = server.put("c.json", document);
        server.failAlways(reply -> reply.header("Cache-Control", "private, no-store"));
        try (StacGenerator generator = builder().build()) {
            generate(generator, requests(href), "c");
        }
        assertThat(server.bytesSent()).isEqualTo((long) ITEMS * document.length);
    }

    @Test
    void whatOneUserGotIsNotGivenToAnother() {
        byte[] document = collection("c");
        String href = server.put("c.json", document);
        try (StacGenerator generator = builder().build()) {
            for (String token : List.of("one", "other")) {
                GenerationOptions user = GenerationOptions.builder()
                        .header("127.0.0.1", "Authorization", token)
                        .build();
                generator.generate(request(href), user);
                generator.generate(request(href), user);
            }
            generator.generate(request(href.replace("//", "//user:secret@")));
            generator.generate(request(href.replace("//", "//user:secret@")));
            generator.generate(request(href + "?token=secret"));
        }
        assertThat(server.bytesSent()).isEqualTo(4L * document.length);
        assertThat(server.calls())
                .filteredOn(call -> call.header("If-None-Match") != null)
                .extracting(call -> call.header("Authorization"))
                .containsExactly("one", "other", "Basic dXNlcjpzZWNyZXQ=");
    }

    @Test
    void noMoreThanTheLastDocumentsAreKept() {
        try (StacGenerator generator = builder().concurrency(1).build()) {
            for (int i = 0; i < 40; i++) {
                generate(generator, Stream.of(request(server.put("c" + i, collection("c" + i)))), "c" + i);
            }
            long before = server.bytesSent();
            generate(generator, Stream.of(request(server.url("/c39"))), "c39");
            assertThat(server.bytesSent()).isEqualTo(before);
            generate(generator, Stream.of(request(server.url("/c0"))), "c0");
            assertThat(server.bytesSent()).isGreaterThan(before);
        }
    }

    @Test
    void serverThatKnowsNoConditionsIsReadAsBefore() {
        String href = server.put("c.json", collection("c"));
        server.failAlways(reply -> reply.header("ETag", "").header("Last-Modified", ""));
        try (StacGenerator generator = builder().build()) {
            generate(generator, requests(href), "c");
        }
        assertThat(server.calls())
                .extracting(HttpCall::headers)
                .noneMatch(headers -> headers.containsKey("if-none-match"));
    }
}
