package io.stacgenerator.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.material.Material;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** A folder with {@code list.txt}, {@code files} and {@code rio-stac-items}, named by a system property. */
final class Corpus {

    /** The column in the table of origins. */
    private static final int DRIVER = 4;

    private final Path folder;

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** The corpus of a test that requires one. */
    static Corpus given() {
        return new Corpus(Material.path("corpus"));
    }

    static Corpus of(Path folder) {
        return new Corpus(folder);
    }

    Path folder() {
        return folder;
    }

    /** All files. */
    List<String> names() throws IOException {
        return Files.readAllLines(folder.resolve("list.txt")).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The files whose bytes are those of a TIFF. */
    Stream<String> tiffs() throws IOException {
        return names().stream().filter(name -> isTiff(file(name)));
    }

    /** The short name of the driver of GDAL that opened a file when the corpus was gathered. */
    String format(String name) {
        try (Stream<String> lines = Files.lines(folder.resolve("ORIGINS.md"))) {
            return lines.filter(line -> line.startsWith("| " + name + " |"))
                    .map(line -> line.split(" *\\| *", -1)[DRIVER])
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve("files").resolve(name);
    }

    Map<String, Object> reference(String name) {
        try {
            String text = Files.readString(folder.resolve("rio-stac-items").resolve(name + ".json"));
            return JsonReader.object(text, ErrorCode.INVALID_ITEM, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The EPSG code of the reference item, or null. */
    @Nullable Object epsg(String name) {
        return member(reference(name), "properties").get("proj:epsg");
    }

    /** Whether the reference item has a system, but no EPSG code. */
    boolean definesItsSystem(String name) {
        return epsg(name) == null && member(reference(name), "properties").get("proj:wkt2") != null;
    }

    /** The bands of the reference item, in the form of the raster extension 1.1. */
    List<Map<String, Object>> bands(String name) {
        Map<String, Object> asset = member(member(reference(name), "assets"), "asset");
        return asset.get("raster:bands") instanceof List<?> bands
                ? bands.stream().map(Corpus::cast).toList()
                : List.of();
    }

    /** Compares with the reference; an exception that no longer holds is a failure too. */
    static void compareUnlessExcepted(@Nullable String exception, String name, Executable comparison) throws Throwable {
        if (exception == null) {
            comparison.execute();
        } else {
            assertThatThrownBy(comparison::execute)
                    .as("%s is excepted because %s", name, exception)
                    .isInstanceOfAny(AssertionError.class, StacGeneratorException.class, NoSuchElementException.class);
        }
    }

    static Map<String, Object> member(Map<String, Object> json, String name) {
        return cast(json.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // objects of JSON have text keys
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }

    private static boolean isTiff(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4) {
                return false;
            }
            boolean little = head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0;
            boolean big = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
            return little || big;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
