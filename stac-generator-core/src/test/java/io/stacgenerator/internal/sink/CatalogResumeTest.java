package io.stacgenerator.internal.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ItemPublisher;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.internal.storage.FileTarget;
import io.stacgenerator.material.JavaProcess;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs that grow: by runs that were killed, and by Items that come one by one. */
final class CatalogResumeTest {

    private static final int ITEMS = 12;

    /** Twelve Items, four sub-catalogs, a Collection and the root. */
    private static final int FILES = 18;

    @TempDir
    private Path folder;

    private static StacItem item(int number) {
        return item("item-" + number, number, "2026-%02d-15T10:26:31Z".formatted(number % 4 + 1));
    }

    private static StacItem item(String id, double west, String datetime) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("id", id);
        json.put("geometry", Map.of("type", "Point", "coordinates", List.of(west, 50.0)));
        json.put("bbox", List.of(west, 50.0, west, 50.0));
        json.put("properties", Map.of("datetime", datetime));
        json.put("links", List.of());
        json.put("assets", Map.of());
        json.put("collection", "scenes");
        return StacItem.of(json);
    }

    private static SinkOptions options() {
        return SinkOptions.builder().set("subcatalogs", "{month}").build();
    }

    private static void write(Path root, StorageTarget storage) {
        try (StacGenerator generator =
                StacGenerator.builder().discovery(false).install(storage).build()) {
            ItemWriter writer = generator.openSink("catalog:" + root, options());
            for (int i = 0; i < ITEMS; i++) {
                writer.accept(item(i));
            }
            writer.close();
        }
    }

    private static Map<String, String> documents(Path root) throws IOException {
        Map<String, String> documents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) { // what a killed process had not finished
                    documents.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return documents;
    }

    /** Kills the run instead of writing one of the files: nothing is closed, aborted or removed. */
    @Test
    void aRunThatWasKilledAtWhateverFileIsCompletedByTheNext() throws IOException {
        Path whole = folder.resolve("whole");
        write(whole, new FileTarget());
        assertThat(documents(whole)).hasSize(FILES);
        for (int files = 0; files < FILES; files++) {
            Path root = folder.resolve("killed-at-" + files);
            boolean killed = false;
            try {
                write(root, new Killing(files));
            } catch (Killed e) {
                killed = true;
            }
            assertThat(killed).isTrue();
            assertThat(Files.exists(root) ? documents(root) : Map.of()).hasSize(files);

            write(root, new FileTarget());

            assertThat(documents(root)).as("killed at file %d", files).isEqualTo(documents(whole));
        }
    }

    @Test
    void aProcessThatWasKilledIsCompletedByTheNext() throws IOException {
        Path root = folder.resolve("killed");
        JavaProcess process = JavaProcess.run(List.of(JavaProcess.java()), HaltedRun.class, root.toString());
        assertThat(process.exit()).as(process.err()).isEqualTo(HaltedRun.EXIT);
        assertThat(documents(root)).hasSize(ITEMS + 2);

        write(root, new FileTarget());

        Path whole = folder.resolve("whole");
        write(whole, new FileTarget());
        assertThat(documents(root)).isEqualTo(documents(whole));
    }

    /** Ends in the middle of the documents that link to Items. */
    static final class HaltedRun {

        static final int EXIT = 9;

        private HaltedRun() {}

        public static void main(String[] arguments) {
            try {
                write(Path.of(arguments[0]), new Killing(ITEMS + 2));
            } catch (Killed e) {
                Runtime.getRuntime().halt(EXIT);
            }
        }
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** A storage whose process is killed when one file more is to get its name. */
    private static final class Killing extends Counting {

        private int left;

        Killing(int left) {
            this.left = left;
        }

        @Override
        public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) throws IOException {
            StagedFile file = super.create(href, replaced, calls);
            return new StagedFile() {
                @Override
                public OutputStream stream() {
                    return file.stream();
                }

                @Override
                public void commit() throws IOException {
                    if (left-- == 0) {
                        throw new Killed();
                    }
                    file.commit();
                }

                @Override
                public void discard() {
                    // a process that is killed removes nothing
                }
            };
        }
    }

    /** Files, and which of them were read. */
    private static class Counting implements StorageTarget {

        private final FileTarget files = new FileTarget();
        private final List<String> read = new ArrayList<>();

        @Override
        public String id() {
            return "counted-file";
        }

        @Override
        public boolean supports(String href) {
            return files.supports(href);
        }

        @Override
        public Optional<StoredFile> read(String href, StorageCalls calls) throws IOException {
            read.add(href.substring(href.lastIndexOf('/') + 1));
            return files.read(href, calls);
        }

        @Override
        public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) throws IOException {
            return files.create(href, replaced, calls);
        }
    }

    private Map<String, Object> collection() throws IOException {
        return JsonText.parse(Files.readString(folder.resolve("published/scenes/collection.json")));
    }

    private Object boxes() throws IOException {
        return JsonValues.members(JsonValues.members(collection().get("extent")).get("spatial"))
                .get("bbox");
    }

    private static List<Object> box(double west, double east) {
        return List.of(List.of((long) west, 50L, (long) east, 50L));
    }

    @Test
    void anItemThatIsPublishedAfterOthersDoesNotHaveThemReadAgain() throws IOException {
        Counting storage = new Counting();
        try (StacGenerator generator =
                StacGenerator.builder().discovery(false).install(storage).build()) {
            ItemPublisher publisher = generator.publisher("catalog:" + folder.resolve("published"), options());
            publisher.publish(item(0));
            publisher.publish(item(1));
            storage.read.clear();

            publisher.publish(item(2));

            assertThat(storage.read).doesNotContain("item-0.json", "item-1.json");
            assertThat(boxes()).asString().isEqualTo(box(0, 2).toString());
        }
    }

    @Test
    void anItemThatIsReplacedHasTheOthersReadAgain() throws IOException {
        try (StacGenerator generator = StacGenerator.builder().discovery(false).build()) {
            ItemPublisher publisher = generator.publisher("catalog:" + folder.resolve("published"), options());
            publisher.publish(item(0));
            publisher.publish(item("far", 90, "2026-01-01T00:00:00Z"));
            publisher.publish(item(2));

            publisher.publish(item("far", 3, "2026-01-01T00:00:00Z"));

            assertThat(boxes()).asString().isEqualTo(box(0, 3).toString());
        }
    }

    @Test
    void whatAnotherProcessHasAddedCounts() throws IOException {
        String target = "catalog:" + folder.resolve("published");
        try (StacGenerator one = StacGenerator.builder().discovery(false).build();
                StacGenerator other = StacGenerator.builder().discovery(false).build()) {
            ItemPublisher publisher = one.publisher(target, options());
            publisher.publish(item(0));
            other.publisher(target, options()).publish(item("far", 90, "2026-01-01T00:00:00Z"));

            publisher.publish(item(2));

            assertThat(boxes()).asString().isEqualTo(box(0, 90).toString());
        }
    }
}
