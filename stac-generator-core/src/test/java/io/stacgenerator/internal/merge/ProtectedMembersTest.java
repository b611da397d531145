package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.AUTOMATIC;
import static io.stacgenerator.internal.merge.Example.MANUAL;
import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Source;
import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProtectedMembersTest {

    private static final String LONG = "a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_"
            + "a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_a23456789_"
            + "a23456789_a23456789_a23456789_a23456789";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "Item"}          | protected /type
            {"stac_version": "1.0.0"} | protected /stac_version
            {"id": "other"}           | protected /id
            {"id": 5}                 | protected /id
            {"collection": "zzz"}     | protected /collection
            {"type": null}            | null-ignored /type
            {"stac_version": null}    | null-ignored /stac_version
            {"id": null}              | null-ignored /id
            {"collection": null}      | null-ignored /collection
            """)
    void stayAsTheyWereGenerated(String document, String note) {
        MergeResult result = merge(document);

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(notes(result)).containsExactly(note);
    }

    @Test
    void areSilentWhenTheyAreTheSame() {
        MergeResult result = merge(
                "{\"type\": \"Feature\", \"stac_version\": \"1.1.0\", \"id\": \"scene-7\", \"collection\": \"scenes\"}");

        assertThat(result.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0", "1.0.0-beta.2", "0.9.0"})
    void areSilentOfWholeItemsOfAnotherVersion(String version) {
        assertThat(merge("{\"type\": \"Feature\", \"stac_version\": \"" + version + "\"}")
                        .notes())
                .isEmpty();
    }

    @Test
    void leaveTheIdToAPersonWhoCurates() {
        assertThat(at(merge(MANUAL, "{\"id\": \"my-scene\"}"), "/id")).isEqualTo("my-scene");
        assertThat(notes(merge(MANUAL, "{\"type\": \"Item\", \"stac_version\": \"1.0.0\", \"collection\": \"z\"}")))
                .containsExactly("protected /type", "protected /stac_version", "protected /collection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b", "a\\\\b", "a?b", "a#b", "a%b", "a\\tb", "a\u00a0b", "..", LONG})
    void keepTheIdWhenTheOtherIsNotAnId(String id) {
        MergeResult result = merge(MANUAL, "{\"id\": \"" + id + "\"}");

        assertThat(at(result, "/id")).isEqualTo("scene-7");
        assertThat(notes(result)).containsExactly("invalid-value /id");
    }

    @Test
    void keepAnIdThatIsFixedByTheRequest() {
        MergeRules fixed = new MergeRules(Source.MANUAL, false, false, true, InstalledFields.builtIn());

        assertThat(notes(merge(fixed, "{\"id\": \"my-scene\"}"))).containsExactly("protected /id");
    }

    @Test
    void takeACollectionOnlyWhereALinkLeadsToIt() {
        Map<String, Object> linked = Example.item();
        linked.remove("collection");
        Map<String, Object> unlinked = JsonValues.copyOf(linked);
        unlinked.put("links", List.of());

        assertThat(at(merge(linked, AUTOMATIC, "{\"collection\": \"c\"}"), "/collection"))
                .isEqualTo("c");
        assertThat(notes(merge(unlinked, AUTOMATIC, "{\"collection\": \"c\"}")))
                .containsExactly("collection-without-link /collection");
    }
}
