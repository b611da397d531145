package io.stacgenerator.internal.stacapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.HttpOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.testkit.StacApiServer;
import io.stacgenerator.testkit.StacApiServer.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StacApiSinkTest {

    private static final String TOKEN = "Bearer c2VjcmV0LXRva2Vu";

    private final StacApiServer server = StacApiServer.start().collection("scenes");
    private final Map<String, StacGeneratorException> rejected = new ConcurrentHashMap<>();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        server.close();
    }

    private StacGenerator generator() {
        return StacGenerator.builder()
                .discovery(false)
                .http(HttpOptions.builder()
                        .attempts(8)
                        .maxDelay(Duration.ofMillis(2))
                        .readTimeout(Duration.ofSeconds(1))
                        .build())
                .install(new StacApiSink(pauses::add))
                .build();
    }

    private SinkOptions.Builder options() {
        return SinkOptions.builder().onRejected((item, reason) -> rejected.put(item.id(), reason));
    }

    private void send(SinkOptions.Builder options, StacItem... items) {
        send(server.url(), options, items);
    }

    private void send(String target, SinkOptions.Builder options, StacItem... items) {
        try (StacGenerator generator = generator();
                ItemWriter writer = generator.openSink(target, options.build())) {
            List.of(items).forEach(writer::accept);
        }
    }

    private static StacItem item(String id) {
        return item(id, Map.of());
    }

    private static StacItem item(String id, Map<String, Object> more) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("id", id);
        json.put("geometry", Map.of("type", "Point", "coordinates", List.of(10.0, 50.0)));
        json.put("bbox", List.of(10.0, 50.0, 10.0, 50.0));
        json.put("properties", Map.of("datetime", "2026-06-15T10:26:31Z"));
        json.put(
                "links", List.of(link("self"), link("root"), link("parent"), link("collection"), link("derived_from")));
        json.put("assets", Map.of("image", Map.of("href", "https://example.com/" + id + ".tif")));
        json.put("collection", "scenes");
        json.putAll(more);
        return StacItem.of(json);
    }

    private static Map<String, Object> link(String rel) {
        return Map.of("rel", rel, "href", "../" + rel + ".json");
    }

    @ParameterizedTest
    @CsvSource({"100, 4", "1, 8"})
    void noItemOfTenThousandIsLostOrTwiceThereWhenOneCallInTwentyFails(int batch, int connections) {
        int many = batch == 1 ? 2_000 : 10_000;
        server.fail(0.05).seenAfter(1).refuse("item-7", 400).refuse("item-1234", 422);
        try (StacGenerator generator = generator();
                ItemWriter writer = generator.openSink(
                        server.url(),
                        options()
                                .set("mode", "create-or-skip")
                                .set("batch", String.valueOf(batch))
                                .set("connections", String.valueOf(connections))
                                .build())) {
            IntStream.range(0, many).parallel().forEach(number -> writer.accept(item("item-" + number)));
        }
        assertThat(rejected).containsOnlyKeys("item-7", "item-1234");
        assertThat(server.items()).hasSize(many - 2);
        assertThat(server.items().keySet()).allMatch(id -> server.writes(id) == 1);
    }

    @Test
    @Timeout(30)
    void anItemThatComesAfterTheEndIsRefused() {
        try (StacGenerator generator = generator()) {
            ItemWriter writer = generator.openSink(
                    server.url(),
                    options().set("batch", "1").set("connections", "1").build());
            writer.accept(item("a"));
            writer.close();
            assertThatIllegalStateException().isThrownBy(() -> writer.accept(item("b")));
            assertThatIllegalStateException().isThrownBy(() -> writer.accept(item("c")));
        }
        assertThat(server.items()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCallThatFailsOnceIsMadeAgain(Fault fault) {
        try (StacGenerator generator = generator();
                ItemWriter writer = generator.openSink(server.url(), options().build())) {
            server.failNext(fault, fault);
            writer.accept(item("a"));
        }
        assertThat(rejected).isEmpty();
        assertThat(server.items()).containsOnlyKeys("a");
    }

    @Test
    void anItemThatIsThereIsReplacedOnceTheServerSeesIt() {
        send(options(), item("a"));
        server.seenAfter(0);
        StacItem changed = item("a", Map.of("assets", Map.of()));
        server.items();
        send(options(), changed);
        assertThat(server.items().get("a")).containsEntry("assets", Map.of());
        assertThat(pauses).isEmpty();
    }

    @Test
    void aReplacementWaitsUntilTheServerSeesTheItem() {
        server.seenAfter(2);
        send(options(), item("a"));
        send(options(), item("a"));
        assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(server.writes("a")).isEqualTo(2);
    }

    @Test
    void aReplacementThatTheServerNeverSeesIsRefused() {
        server.seenAfter(100);
        send(options(), item("a"));
        send(options(), item("a"));
        assertThat(pauses).hasSize(4);
        assertThat(rejected.get("a")).hasMessageContaining("status 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void anIdThatIsNoPartOfAUrlIsRefused(String id) {
        send(options().set("batch", "1"), item(id), item("a"));
        assertThat(rejected).containsOnlyKeys(id);
        assertThat(server.items()).containsOnlyKeys("a");
    }

    @Test
    void anItemThatIsThereIsSkipped() {
        send(options(), item("a"));
        send(options().set("mode", "create-or-skip"), item("a", Map.of("assets", Map.of())));
        assertThat(server.writes("a")).isEqualTo(1);
        assertThat(rejected).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-15T10:26:31Z", "2026-06-15T10:26:31.000Z", "2026-06-15T12:26:31+02:00"})
    void creatingTheSameItemAgainIsNoError(String time) {
        send(options(), item("a", Map.of("properties", Map.of("datetime", time, "added", true))));
        send(options().set("mode", "create"), item("a"));
        assertThat(rejected).isEmpty();
        assertThat(server.writes("a")).isEqualTo(1);
    }

    @Test
    void creatingAnotherItemOfTheSameIdIsRefused() {
        send(options(), item("a"));
        send(
                options().set("mode", "create"),
                item("a", Map.of("properties", Map.of("datetime", "2026-06-15T10:26:32Z"))));
        assertThat(rejected.get("a").code()).isEqualTo(ErrorCode.ITEM_REFUSED);
        assertThat(rejected.get("a")).hasMessageContaining("item a").hasMessageContaining(server.url());
        assertThat(server.writes("a")).isEqualTo(1);
    }

    @Test
    void aBatchOfWhichOneItemIsThereBringsTheOthers() {
        send(options(), item("b"));
        send(options().set("mode", "create"), item("a"), item("b"), item("c"));
        assertThat(rejected).isEmpty();
        assertThat(server.items()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void oneBadItemDoesNotHideTheOthersOfItsBatch() {
        server.refuse("b", 400);
        send(options(), item("a"), item("b"), item("c"));
        assertThat(server.items()).containsOnlyKeys("a", "c");
        assertThat(rejected.get("b"))
                .hasMessageContaining("item b of Collection scenes was refused by " + server.url())
                .hasMessageContaining("status 400, item b is not wanted");
    }

    @Test
    void aServerThatTakesNoBatchesIsSentItemsOneByOne() {
        server.withoutBatches();
        send(
                options().set("batch", "2").set("connections", "1"),
                item("a"),
                item("b"),
                item("c"),
                item("d"),
                item("e"),
                item("f"));
        assertThat(server.items()).hasSize(6);
        assertThat(server.calls().stream().filter(call -> call.startsWith("POST")))
                .hasSizeBetween(7, 8);
    }

    @Test
    void linksOfTheStructureAreLeftToTheServer() {
        send(options(), item("a"));
        assertThat(server.items().get("a")).extracting("links").isEqualTo(List.of(link("derived_from")));
    }

    @Test
    void idsAreEncodedInPaths() {
        String id = "a/b c?ü%2F#1";
        send(options(), item(id));
        send(options(), item(id));
        assertThat(server.writes(id)).isEqualTo(2);
        assertThat(server.calls().stream().filter(call -> call.startsWith("PUT")))
                .containsExactly("PUT /collections/scenes/items/a%2Fb%20c%3F%C3%BC%252F%231");
    }

    @Test
    void aCollectionIsCreatedWhenItIsGivenAndNotThere() {
        Map<String, Object> collection = Map.of("type", "Collection", "id", "new", "links", List.of(link("root")));
        StacItem item = item("a", Map.of("collection", "new"));
        send(options().collection(collection), item);
        send(options().collection(collection), item);
        assertThat(server.items().get("a")).containsEntry("collection", "new");
        assertThat(server.collectionOf("new")).extracting("links").isEqualTo(List.of());
        assertThat(server.calls().stream().filter("POST /collections"::equals)).hasSize(1);
    }

    @Test
    void anItemOfACollectionThatIsNotThereIsRefused() {
        send(options(), item("a", Map.of("collection", "lost")), item("b"));
        assertThat(server.items()).containsOnlyKeys("b");
        assertThat(rejected.get("a")).hasMessageContaining("there is no Collection lost");
    }

    @Test
    void theCollectionThatIsSetComesBeforeThatOfTheItem() {
        send(options().collection("scenes"), item("a", Map.of("collection", "elsewhere")));
        assertThat(server.items().get("a")).containsEntry("collection", "scenes");
    }

    @Test
    void theOnlyCollectionThatIsGivenTakesItemsThatNameNone() {
        Map<String, Object> bare = new LinkedHashMap<>(item("a").toMap());
        bare.remove("collection");
        send(options(), StacItem.of(bare));
        assertThat(rejected.get("a")).hasMessageContaining("names no Collection");

        rejected.clear();
        send(options().collection(Map.of("type", "Collection", "id", "scenes")), StacItem.of(bare));
        assertThat(rejected).isEmpty();
        assertThat(server.items().get("a")).containsEntry("collection", "scenes");
    }

    @Test
    void conformanceAndCollectionsAreAskedOnce() {
        try (StacGenerator generator = generator()) {
            for (String id : List.of("a", "b", "c")) {
                try (ItemWriter writer =
                        generator.openSink(server.url(), options().build())) {
                    writer.accept(item(id));
                }
            }
        }
        assertThat(server.calls().stream().filter(call -> call.startsWith("GET")))
                .containsExactly("GET /", "GET /collections/scenes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.stacspec.org/v1.0.0/ogcapi-features/extensions/transaction",
                "https://api.stacspec.org/v1.0.0/ogcapi-features/extensions/transaction/",
                "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete"
            })
    void allFormsOfTheConformanceClassAreKnown(String uri) {
        server.conformsTo(uri);
        send(options(), item("a"));
        assertThat(server.items()).hasSize(1);
    }

    @Test
    void anApiThatIsReadOnlyIsRefusedBeforeTheFirstItem() {
        server.conformsTo("https://api.stacspec.org/v1.0.0/core");
        assertThatThrownBy(() -> send(options(), item("a")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TARGET))
                .hasMessageContaining(server.url())
                .hasMessageContaining("/ogcapi-features/extensions/transaction");
    }

    @Test
    void aPageThatIsNotALandingPageIsRefused() {
        assertThatThrownBy(() -> send(server.url() + "collections/none", options(), item("a")))
                .hasMessageContaining("does not show its landing page: status 404, not found");
    }

    @Test
    void headersAreMadeForEachCall() {
        server.token(TOKEN);
        AtomicInteger made = new AtomicInteger();
        send(
                options().headers(() -> Map.of("Authorization", made.incrementAndGet() > 0 ? TOKEN : "")),
                item("a"),
                item("b"));
        assertThat(server.items()).hasSize(2);
        assertThat(made).hasValue(server.calls().size());
    }

    @Test
    void aRefusedTokenIsAnErrorThatDoesNotRevealIt() {
        server.token("Bearer other");
        assertThatThrownBy(() -> send(options().headers(() -> Map.of("Authorization", TOKEN)), item("a")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
                .hasMessageContaining(server.url())
                .hasMessageNotContaining(TOKEN.substring(7));
    }

    @Test
    void aTokenThatExpiresEndsTheRunWithAllLaterItemsRejected() {
        server.token(TOKEN);
        AtomicInteger left = new AtomicInteger(5);
        SinkOptions.Builder options = options()
                .set("batch", "2")
                .set("connections", "1")
                .headers(() -> Map.of("Authorization", left.getAndDecrement() > 0 ? TOKEN : "Bearer expired-token"));
        StacItem[] items =
                IntStream.range(0, 40).mapToObj(i -> item("item-" + i)).toArray(StacItem[]::new);
        List<String> accepted = new ArrayList<>();
        assertThatThrownBy(() -> {
                    try (StacGenerator generator = generator();
                            ItemWriter writer = generator.openSink(server.url(), options.build())) {
                        for (StacItem item : items) {
                            writer.accept(item);
                            accepted.add(item.id());
                        }
                    }
                })
                .hasMessageContaining("status 401")
                .hasMessageNotContaining("expired-token");
        Map<String, Object> all = new TreeMap<>(server.items());
        all.putAll(rejected);
        assertThat(all.keySet()).containsAll(accepted);
        assertThat(server.items()).isNotEmpty();
        assertThat(rejected.values()).allSatisfy(e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(e).hasMessageContaining(server.url()).hasMessageNotContaining("expired-token");
        });
        assertThat(server.items().keySet()).doesNotContainAnyElementsOf(rejected.keySet());
    }

    @Test
    void aServerThatIsGoneEndsTheRun() {
        try (StacGenerator generator = generator()) {
            ItemWriter writer = generator.openSink(
                    server.url(),
                    options().set("batch", "1").set("connections", "1").build());
            writer.accept(item("a"));
            server.close();
            assertThatThrownBy(() -> {
                        IntStream.range(0, 100).forEach(i -> writer.accept(item("item-" + i)));
                        writer.close();
                    })
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
            writer.abort();
        }
        assertThat(rejected).hasSizeBetween(5, 10);
    }

    @Test
    void abortRejectsWhatWasNotSent() {
        try (StacGenerator generator = generator()) {
            ItemWriter writer = generator.openSink(server.url(), options().build());
            writer.accept(item("a"));
            writer.abort();
            writer.close();
        }
        assertThat(server.items()).isEmpty();
        assertThat(rejected.get("a").code()).isEqualTo(ErrorCode.CANCELED);
    }

    @Test
    void withoutAnyoneToTellTheFirstRejectionIsAnError() {
        server.refuse("b", 400);
        assertThatThrownBy(() -> send(SinkOptions.builder(), item("a"), item("b")))
                .hasMessageContaining("item b");
        assertThat(server.items()).containsOnlyKeys("a");
    }

    @Test
    void keysInTheTargetAreSentAndNotRevealed() {
        String target = server.url() + "?api-version=1&subscription-key=s3cr3t-k3y";
        server.refuse("a", 400);
        send(target, options(), item("a"), item("b"));
        assertThat(server.calls()).allMatch(call -> call.endsWith("?api-version=1&subscription-key=s3cr3t-k3y"));
        assertThat(rejected.get("a")).hasMessageNotContaining("s3cr3t-k3y");
    }

    @ParameterizedTest
    @CsvSource({"mode, replace", "batch, 0", "batch, many", "connections, 99999", "speed, 1"})
    void wrongOptionsAreRefused(String name, String value) {
        assertThatThrownBy(() -> send(options().set(name, value)))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining(name);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aHeaderThatMayNotBeSentIsAnErrorThatDoesNotRevealIt() {
        assertThatThrownBy(() -> send(options().headers(() -> Map.of("Authorization", "Bearer bad\nvalue")), item("a")))
                .hasMessageContaining("Authorization")
                .hasMessageNotContaining("value\"");
    }

    @Test
    void headersThatCannotBeMadeAreAnError() {
        assertThatThrownBy(() -> send(
                        options().headers(() -> {
                            throw new IllegalStateException("no identity");
                        }),
                        item("a")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
                .hasMessageContaining("no identity");
    }
}
