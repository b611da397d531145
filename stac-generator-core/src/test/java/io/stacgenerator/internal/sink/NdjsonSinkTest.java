package io.stacgenerator.internal.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import io.stacgenerator.testkit.ItemSinkContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NdjsonSinkTest extends ItemSinkContract {

    @Override
    protected ItemSink sink() {
        return new NdjsonSink();
    }

    @Override
    protected String target(Path emptyFolder) {
        return emptyFolder.resolve("new/items.ndjson").toString();
    }

    @Override
    protected List<String> ids(String target) throws IOException {
        return Files.readAllLines(Path.of(target)).stream()
                .map(line -> JsonReader.object(line, ErrorCode.INVALID_ITEM, "line"))
                .map(item -> JsonValues.string(item.get("id")).orElseThrow())
                .toList();
    }

    @Test
    void itemsKeepTheirOrder(@TempDir Path folder) throws IOException {
        String target = target(folder);
        try (StacGenerator generator = StacGenerator.create();
                ItemWriter writer = generator.openSink(target, SinkOptions.ofDefaults())) {
            writer.accept(item("b"));
            writer.accept(item("a"));
        }
        assertThat(ids(target)).containsExactly("b", "a");
    }

    @Test
    void noItemIsAnEmptyFile(@TempDir Path folder) {
        String target = target(folder);
        try (StacGenerator generator = StacGenerator.create()) {
            generator.openSink(target, SinkOptions.ofDefaults()).close();
        }
        assertThat(Path.of(target)).isEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({
        "items.txt, no sink writes to",
        "gopher:items, no sink writes to",
        "ndjson:, no installed storage writes to",
        "ndjson:gs://bucket/items, no installed storage writes to"
    })
    void aTargetThatNobodyWritesIsRefused(String target, String message) {
        try (StacGenerator generator = StacGenerator.builder().discovery(false).build()) {
            assertThatThrownBy(() -> generator.openSink(target, SinkOptions.ofDefaults()))
                    .isInstanceOfSatisfying(
                            StacGeneratorException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TARGET))
                    .hasMessageContaining(message);
        }
    }

    @Test
    void aFileInPlaceOfAFolderIsReportedByName(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        try (StacGenerator generator = StacGenerator.create()) {
            String target = file.resolve("items.ndjson").toString();
            assertThatThrownBy(() -> generator.openSink(target, SinkOptions.ofDefaults()))
                    .isInstanceOf(StacGeneratorException.class)
                    .hasMessageContaining("taken is not a folder");
            String itself = folder.toString();
            SinkOptions lines = SinkOptions.builder().format("ndjson").build();
            assertThatThrownBy(() -> generator.openSink(itself, lines)).hasMessageContaining("it is a folder");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // has neither
    void aLinkStaysOneAndADeviceIsNotReplaced(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("data")).resolve("items.ndjson");
        Files.writeString(file, "before");
        Path link = Files.createSymbolicLink(folder.resolve("items.ndjson"), file);
        try (StacGenerator generator = StacGenerator.create()) {
            try (ItemWriter writer = generator.openSink(link.toString(), SinkOptions.ofDefaults())) {
                writer.accept(item("a"));
            }
            assertThatThrownBy(() -> generator.openSink("ndjson:/dev/null", SinkOptions.ofDefaults()))
                    .hasMessageContaining("it is a device");
        }
        assertThat(link).isSymbolicLink();
        assertThat(ids(file.toString())).containsExactly("a");
        assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/items.ndjson");
    }
}
