package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CollectionUpdateCommandTest {

    private static final String ITEM = "{\"type\": \"Feature\", \"stac_version\": \"1.1.0\", \"id\": \"%s\", "
            + "\"bbox\": [%s, 1, %s, 2], \"properties\": {\"datetime\": \"2024-01-01T00:00:00Z\"}, \"assets\": {}}\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path collection() throws IOException {
        return write("collection.json", "{\"type\": \"Collection\", \"stac_version\": \"1.1.0\", \"id\": \"acme\"}");
    }

    @Test
    void linesAndFilesOfItemsGiveTheExtent() throws IOException {
        Path lines = write("items.ndjson", ITEM.formatted("a", 1, 2) + "\n" + ITEM.formatted("b", 3, 4));
        Path file = write("item.json", ITEM.formatted("c", 8, 9).replace(", ", ",\n"));
        Path collection = collection();

        Run run = Run.of("collection", "update", collection, lines, file, "-o", collection);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Run.json(Files.readString(collection)))
                .containsEntry("id", "acme")
                .extractingByKey("extent")
                .extracting("spatial.bbox")
                .asString()
                .isEqualTo(List.of(List.of(1, 1, 9, 2)).toString());
    }

    @Test
    void anItemIsRemovedByReadingNoPartButItsOwn() throws IOException {
        Path collection = collection();
        Path january = folder.resolve("january.json");
        Path february = folder.resolve("february.json");
        Path items = write("january.ndjson", ITEM.formatted("a", 1, 2) + ITEM.formatted("b", 3, 4));
        Run.of("collection", "update", "--partial", january, collection, items);
        Path others = write("c.json", ITEM.formatted("c", 8, 9));
        Run.of("collection", "update", "--partial", february, collection, others);
        assertThat(updated(collection, "--merge", january, "--merge", february)).isEqualTo("[[1, 1, 9, 2]]");

        Files.delete(others);
        Files.delete(january);
        write("january.ndjson", ITEM.formatted("b", 3, 4));

        assertThat(updated(collection, "--merge", february, "--partial", january, items))
                .isEqualTo("[[3, 1, 9, 2]]");
        assertThat(updated(collection, "--merge", january)).isEqualTo("[[3, 1, 4, 2]]");
    }

    /** Returns the boxes of the collection that is written. */
    private static String updated(Path collection, Object... arguments) {
        Run run = Run.of(Stream.concat(Stream.of("collection", "update", collection), Stream.of(arguments))
                .toArray());
        assertThat(run.err()).isEmpty();
        Map<String, Object> extent = JsonValues.members(Run.json(run.out()).get("extent"));
        return String.valueOf(JsonValues.members(extent.get("spatial")).get("bbox"));
    }

    @Test
    void anErrorLeavesTheFileAsItWas() throws IOException {
        Path collection = collection();
        String before = Files.readString(collection);

        Run run = Run.of("collection", "update", collection, write("items.ndjson", "{\n"), "-o", collection);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("INVALID_ITEM");
        assertThat(Files.readString(collection)).isEqualTo(before);
    }

    @Test
    void withoutItemsTheCommandIsWrong() throws IOException {
        assertThat(Run.of("collection", "update", collection()).exitCode()).isEqualTo(2);
        assertThat(Run.of("collection").exitCode()).isEqualTo(2);
    }
}
