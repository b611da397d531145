package io.stacgenerator.pgstac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.ItemPublisher;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real PostgreSQL with PostGIS and pgstac. */
@Timeout(300)
final class PgstacSinkTest {

    private static Postgres server;

    private final Map<String, StacGeneratorException> rejected = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        if (!Arrays.asList(System.getProperty("stacgenerator.require", "").split(",", -1))
                .contains("pgstac")) {
            assumeTrue(
                    !System.getProperty(Postgres.PROPERTY, "").isEmpty(),
                    "set -D%s to the SQL of pgstac".formatted(Postgres.PROPERTY));
            assumeTrue(Postgres.installed().isPresent(), "needs PostgreSQL with PostGIS");
        }
        server = Postgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        server.select("SELECT delete_collection(id) FROM collections");
        server.select("SELECT create_collection('{\"type\":\"Collection\",\"id\":\"scenes\"}')");
    }

    private SinkOptions.Builder options() {
        return SinkOptions.builder().onRejected((item, reason) -> rejected.put(item.id(), reason));
    }

    private static StacGenerator generator() {
        return StacGenerator.builder()
                .discovery(false)
                .install(new PgstacSink())
                .build();
    }

    private static void write(SinkOptions.Builder options, StacItem... items) {
        write(server.url("stac"), options, items);
    }

    private static void write(String target, SinkOptions.Builder options, StacItem... items) {
        try (StacGenerator generator = generator();
                ItemWriter writer = generator.openSink(target, options.build())) {
            List.of(items).forEach(writer::accept);
        }
    }

    private static StacItem item(String id) {
        return titled(id, "a \"quoted\" \\ back\nslash");
    }

    private static StacItem titled(String id, String title) {
        return item(id, Map.of("properties", Map.of("datetime", "2026-06-15T10:26:31Z", "title", title)));
    }

    private static StacItem item(String id, Map<String, Object> more) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("id", id);
        json.put("geometry", Map.of("type", "Point", "coordinates", List.of(10.0, 50.0)));
        json.put("bbox", List.of(10.0, 50.0, 10.0, 50.0));
        json.put("properties", Map.of("datetime", "2026-06-15T10:26:31Z"));
        json.put("links", List.of(Map.of("rel", "root", "href", "../catalog.json")));
        json.put("assets", Map.of("image", Map.of("href", "https://example.com/" + id + ".tif")));
        json.put("collection", "scenes");
        json.putAll(more);
        return StacItem.of(json);
    }

    private static List<String> ids() throws SQLException {
        return server.select("SELECT id FROM items ORDER BY id");
    }

    private static List<String> titles() throws SQLException {
        return server.select("SELECT content->'properties'->>'title' FROM items ORDER BY id");
    }

    @Test
    void itemsOfThreadsAreThereOnce() throws SQLException {
        int many = 1200;
        try (StacGenerator generator = generator();
                ItemWriter writer =
                        generator.openSink(server.url("stac"), options().build())) {
            IntStream.range(0, many).parallel().forEach(number -> writer.accept(item("item-" + number)));
        }
        assertThat(rejected).isEmpty();
        assertThat(ids()).hasSize(many).doesNotHaveDuplicates();
        assertThat(titles()).containsOnly("a \"quoted\" \\ back\nslash");
        assertThat(server.select("SELECT content FROM items_staging_upsert")).isEmpty();
    }

    @Test
    void pgstacFindsTheItems() throws SQLException {
        write(options(), item("a"));
        assertThat(server.select("SELECT search('{\"ids\":[\"a\"]}')->'features'->0->'assets'->'image'->>'href'"))
                .containsExactly("https://example.com/a.tif");
    }

    @Test
    void anItemThatIsThereIsReplaced() throws SQLException {
        write(options(), titled("a", "old"), titled("b", "old"));
        write(options(), titled("a", "new"));
        assertThat(titles()).containsExactly("new", "old");
    }

    @Test
    void anItemThatIsThereIsSkipped() throws SQLException {
        write(options(), titled("a", "old"));
        write(options().set("mode", "create-or-skip"), titled("a", "new"), titled("b", "new"));
        assertThat(titles()).containsExactly("old", "new");
        assertThat(rejected).isEmpty();
    }

    @Test
    void anItemThatIsThereIsRefusedAndTheOthersAreCreated() throws SQLException {
        write(options(), titled("b", "old"));
        write(options().set("mode", "create"), titled("a", "new"), titled("b", "new"), titled("c", "new"));
        assertThat(titles()).containsExactly("new", "old", "new");
        assertThat(rejected).containsOnlyKeys("b");
        assertThat(rejected.get("b").code()).isEqualTo(ErrorCode.ITEM_REFUSED);
        assertThat(rejected.get("b"))
                .hasMessageContaining("item b cannot go to postgresql://127.0.0.1")
                .hasMessageContaining("23505");
    }

    @Test
    void creatingTheSameItemsAgainIsNoError() throws SQLException {
        StacItem detailed = item(
                "c",
                Map.of(
                        "properties",
                        Map.of("datetime", "2026-06-15T12:26:31.250+02:00", "eo:cloud_cover", 1.5, "gsd", 10)));
        for (int run = 0; run < 2; run++) {
            write(options().set("mode", "create"), item("a"), titled("b", "b"), detailed);
        }
        assertThat(rejected).isEmpty();
        assertThat(ids()).containsExactly("a", "b", "c");
    }

    @Test
    void ofAnItemThatComesTwiceTheLastOneCounts() throws SQLException {
        write(options(), titled("a", "first"), titled("a", "second"));
        assertThat(titles()).containsExactly("second");
    }

    @Test
    void whatTheDatabaseRefusesDoesNotHideTheOthers() throws SQLException {
        Map<String, Object> bare = new LinkedHashMap<>(item("bare").toMap());
        bare.remove("geometry");
        write(
                options(),
                item("a"),
                StacItem.of(bare),
                item("lost", Map.of("collection", "nowhere")),
                titled("zero", "nul \u0000"),
                item("late", Map.of("properties", Map.of("datetime", "no time"))),
                item("z"));
        assertThat(ids()).containsExactly("a", "z");
        assertThat(rejected).containsOnlyKeys("bare", "lost", "zero", "late");
        assertThat(rejected.get("bare")).hasMessageContaining("has no geometry");
        assertThat(rejected.get("lost")).hasMessageContaining("there is no Collection nowhere");
    }

    @Test
    void aCollectionIsCreatedWhenItIsGivenAndNotThere() throws SQLException {
        Map<String, Object> collection = Map.of("type", "Collection", "id", "new", "description", "of 2026");
        write(options().collection(collection), item("a", Map.of("collection", "new")));
        write(options().collection(collection), item("b", Map.of("collection", "new")));
        assertThat(server.select("SELECT content->>'description' FROM collections WHERE id = 'new'"))
                .containsExactly("of 2026");
        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void theCollectionThatIsSetComesBeforeThatOfTheItem() throws SQLException {
        write(options().collection("scenes"), item("a", Map.of("collection", "elsewhere")));
        assertThat(server.select("SELECT collection FROM items")).containsExactly("scenes");
    }

    @Test
    void severalWritersOfOneCollectionLoseNothing() throws SQLException {
        try (StacGenerator generator = generator()) {
            IntStream.range(0, 4).parallel().forEach(number -> {
                try (ItemWriter writer = generator.openSink(
                        server.url("stac"), options().set("batch", "20").build())) {
                    IntStream.range(0, 100).forEach(i -> writer.accept(item("item-%d-%d".formatted(number, i))));
                }
            });
        }
        assertThat(rejected).isEmpty();
        assertThat(ids()).hasSize(400);
    }

    @Test
    void itemsOfJobsAreThereWhenTheyArePublished() throws SQLException {
        try (StacGenerator generator = generator()) {
            ItemPublisher publisher = generator.publisher(server.url("stac"), SinkOptions.ofDefaults());
            publisher.publish(item("a"));
            assertThat(ids()).containsExactly("a");
            publisher.publish(item("a"));
            assertThat(ids()).containsExactly("a");
        }
    }

    @Test
    void aServerThatIsRestartedIsWrittenToAgain() throws Exception {
        try (StacGenerator generator = generator();
                ItemWriter writer = generator.openSink(
                        server.url("stac"), options().set("batch", "1").build())) {
            writer.accept(item("a"));
            server.stopServer();
            server.startServer();
            writer.accept(item("b"));
        }
        assertThat(ids()).containsExactly("a", "b");
        assertThat(rejected).isEmpty();
    }

    @Test
    void aServerThatIsGoneEndsTheRunWithItemsRejected() throws Exception {
        try (StacGenerator generator = generator()) {
            ItemWriter writer = generator.openSink(
                    server.url("stac"), options().set("batch", "2").build());
            writer.accept(item("a"));
            server.stopServer();
            try {
                assertThatThrownBy(() -> {
                            writer.accept(item("b"));
                            writer.close();
                        })
                        .isInstanceOfSatisfying(
                                StacGeneratorException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                        .hasMessageContaining("postgresql://127.0.0.1");
                writer.abort();
            } finally {
                server.startServer();
            }
        }
        assertThat(rejected).containsOnlyKeys("a", "b");
    }

    @Test
    void abortRejectsWhatWasNotWritten() throws SQLException {
        try (StacGenerator generator = generator()) {
            ItemWriter writer = generator.openSink(server.url("stac"), options().build());
            writer.accept(item("a"));
            writer.abort();
            writer.close();
        }
        assertThat(ids()).isEmpty();
        assertThat(rejected.get("a").code()).isEqualTo(ErrorCode.CANCELED);
    }

    @Test
    void aDatabaseWithoutPgstacIsRefused() {
        assertThatThrownBy(() -> write(server.url("empty"), options(), item("a")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TARGET))
                .hasMessageContaining("has no pgstac");
    }

    @Test
    void aUserThatIsNotKnownIsRefusedWithoutThePassword() {
        String target = server.url("stac").replace("//", "//nobody:s3cr3t@").replace("?user=stac", "");
        assertThatThrownBy(() -> write(target, options(), item("a")))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
                .hasMessageContaining("nobody")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({"mode, replace", "batch, 0", "speed, 1"})
    void wrongOptionsAreRefused(String name, String value) {
        assertThatThrownBy(() -> write(options().set(name, value)))
                .isInstanceOf(StacGeneratorException.class)
                .hasMessageContaining(name);
    }
}
