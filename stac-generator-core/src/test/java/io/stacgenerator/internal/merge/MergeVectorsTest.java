package io.stacgenerator.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.stacgenerator.internal.merge.note.Note;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs a file of vectors, each an object of name, generated, user (documents), merged and notes. */
@Requires("mergeCases")
final class MergeVectorsTest {

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        Map<String, Object> vectors = Json.object("{\"all\":" + Files.readString(Material.path("mergeCases")) + "}");
        return objects(vectors, "all").map(vector -> dynamicTest(text(vector, "name"), () -> check(vector)));
    }

    private static void check(Map<String, Object> vector) {
        MergeResult result = Example.merged(
                JsonValues.object(vector.get("generated")).orElseThrow(),
                Example.layers(JsonValues.array(vector.get("user")).orElseThrow()),
                Example.AUTOMATIC);

        assertThat(result.item()).usingComparator(Json.BY_VALUE).isEqualTo(vector.get("merged"));
        assertThat(result.notes().stream().map(MergeVectorsTest::comparable))
                .containsExactlyInAnyOrderElementsOf(objects(vector, "notes")
                        .map(MergeVectorsTest::comparable)
                        .toList());
    }

    private static List<String> comparable(Note note) {
        return List.of(
                note.code().level().name().toLowerCase(Locale.ROOT), note.code().toString(), note.pointer());
    }

    private static List<String> comparable(Map<String, Object> note) {
        return List.of(text(note, "level"), text(note, "code"), text(note, "pointer"));
    }

    private static Stream<Map<String, Object>> objects(Map<String, Object> holder, String name) {
        return JsonValues.array(holder.get(name)).orElseThrow().stream()
                .map(each -> JsonValues.object(each).orElseThrow());
    }

    private static String text(Map<String, Object> holder, String name) {
        return String.valueOf(holder.get(name));
    }
}
