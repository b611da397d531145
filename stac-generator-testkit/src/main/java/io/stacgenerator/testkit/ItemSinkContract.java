package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of a sink that writes files: what is accepted, by several threads, is there once the writer is closed, and
 * nothing is there before, nor after it was aborted.
 *
 * @since 0.1.0
 */
public abstract class ItemSinkContract {

    private static final int MANY = 500;

    @TempDir
    private Path folder;

    /**
     * Returns the sink under test.
     *
     * @return a sink
     */
    protected abstract ItemSink sink();

    /**
     * Returns a target that does not exist yet.
     *
     * @param emptyFolder where it is to be
     * @return a target, as users write it
     */
    protected abstract String target(Path emptyFolder);

    /**
     * Reads what was written.
     *
     * @param target the target
     * @return the ids of its Items
     * @throws IOException when it cannot be read
     */
    protected abstract List<String> ids(String target) throws IOException;

    /**
     * Returns how to write.
     *
     * @return the options; the defaults unless overridden
     */
    protected SinkOptions options() {
        return SinkOptions.ofDefaults();
    }

    /**
     * Returns whether Items that were written stay when the writer is aborted, complete, in files of their own.
     *
     * @return false unless overridden
     */
    protected boolean itemsOutliveAbort() {
        return false;
    }

    /**
     * Makes a valid Item of the Collection {@code scenes}.
     *
     * @param id its id
     * @return the Item
     */
    protected static StacItem item(String id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("stac_extensions", List.of());
        json.put("id", id);
        List<List<Double>> ring = List.of(
                List.of(10.0, 50.0),
                List.of(11.0, 50.0),
                List.of(11.0, 51.0),
                List.of(10.0, 51.0),
                List.of(10.0, 50.0));
        json.put("geometry", Map.of("type", "Polygon", "coordinates", List.of(ring)));
        json.put("bbox", List.of(10.0, 50.0, 11.0, 51.0));
        json.put("properties", Map.of("datetime", "2026-06-15T10:26:31Z", "platform", "acme-1"));
        json.put("links", List.of());
        json.put("assets", Map.of("image", Map.of("href", "https://example.com/" + id + ".tif", "type", "image/tiff")));
        json.put("collection", "scenes");
        return StacItem.of(json);
    }

    private ItemWriter open(StacGenerator generator, String target) {
        return generator.openSink(target, options());
    }

    private StacGenerator generator() {
        return StacGenerator.builder().install(sink()).discovery(false).build();
    }

    @Test
    void whatThreadsAcceptIsThereOnceAfterClose() throws IOException {
        String target = target(folder);
        try (StacGenerator generator = generator();
                ItemWriter writer = open(generator, target)) {
            IntStream.range(0, MANY).parallel().forEach(number -> writer.accept(item("item-" + number)));
        }
        assertThat(ids(target))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MANY)
                        .mapToObj(number -> "item-" + number)
                        .toList());
    }

    @Test
    void noFileIsThereAfterAbort() {
        assumeFalse(itemsOutliveAbort());
        try (StacGenerator generator = generator();
                ItemWriter writer = open(generator, target(folder))) {
            writer.accept(item("one"));
            writer.accept(item("two"));
            writer.abort();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void abortAfterCloseTakesNothingBack() throws IOException {
        String target = target(folder);
        try (StacGenerator generator = generator()) {
            ItemWriter writer = open(generator, target);
            writer.accept(item("one"));
            writer.close();
            writer.abort();
            writer.close();
        }
        assertThat(ids(target)).containsExactly("one");
    }

    @Test
    void nothingElseIsLeftThanWhatWasThereBefore() throws IOException {
        assumeFalse(itemsOutliveAbort());
        String target = target(folder);
        try (StacGenerator generator = generator()) {
            try (ItemWriter writer = open(generator, target)) {
                writer.accept(item("one"));
            }
            Map<Path, String> before = contents();
            try (ItemWriter writer = open(generator, target)) {
                writer.accept(item("one"));
                writer.accept(item("two"));
                writer.abort();
            }
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void anOptionThatIsNotKnownIsRefused() {
        try (StacGenerator generator = generator()) {
            SinkOptions wrong = SinkOptions.builder().set("no-such-option", "x").build();
            String target = target(folder);
            assertThatThrownBy(() -> generator.openSink(target, wrong))
                    .isInstanceOf(StacGeneratorException.class)
                    .hasMessageContaining("no-such-option");
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new LinkedHashMap<>();
        for (Path file : files()) {
            contents.put(file, HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return contents;
    }
}
