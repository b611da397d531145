package io.stacgenerator.internal.merge;

import static io.stacgenerator.internal.merge.Example.at;
import static io.stacgenerator.internal.merge.Example.merge;
import static io.stacgenerator.internal.merge.Example.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatetimeRangeTest {

    private static final String START = "\"start_datetime\": \"2024-01-01T00:00:00Z\"";
    private static final String END = "\"end_datetime\": \"2024-12-31T00:00:00Z\"";

    @Test
    void bothEndsMayComeFromDifferentDocumentsAndDatetimeMayBeNullThen() {
        MergeResult result = merge("{" + START + ", \"datetime\": null}", "{" + END + "}");

        assertThat(at(result, "/properties/datetime")).isNull();
        assertThat(at(result, "/properties/start_datetime")).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(at(result, "/properties/end_datetime")).isEqualTo("2024-12-31T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"properties": {"start_datetime": "2024-01-01T00:00:00Z"}} | incomplete-range /properties/start_datetime
            {"properties": {"end_datetime": "2024-01-01T00:00:00Z"}}   | incomplete-range /properties/end_datetime
            {"properties": {"start_datetime": "2024-01-02T00:00:00Z", "end_datetime": "2024-01-01T23:59:59.9Z"}} | reversed-range /properties/start_datetime
            {"assets": {"image": {"start_datetime": "2024-01-01T00:00:00Z"}}} | incomplete-range /assets/image/start_datetime
            {"assets": {"image": {"bands": [{"end_datetime": "2024-01-01T00:00:00Z"}, null]}}} | incomplete-range /assets/image/bands/0/end_datetime
            """)
    void halfARangeAndAReversedOneAreDropped(String document, String note) {
        MergeResult result = merge(document);

        assertThat(result.item()).isEqualTo(Example.item());
        assertThat(notes(result)).containsExactly(note);
        assertThat(result.origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'datetime': null}",
                "{'datetime': null, 'start_datetime': '2024-01-01T00:00:00Z'}",
                "{'datetime': null, 'start_datetime': '2024-02-01T00:00:00Z', 'end_datetime': '2024-01-01T00:00:00Z'}"
            })
    void datetimeWithoutARangeCannotBeNull(String document) {
        assertThat(notes(merge(document.replace('\'', '"')))).contains("datetime-missing /properties/datetime");
    }

    @Test
    void aDatetimeThatNoDocumentSpeaksOfIsNotLookedAt() {
        var item = Example.item();
        JsonValues.object(item.get("properties")).orElseThrow().remove("datetime");

        assertThat(merge(item, Example.AUTOMATIC, "{}").notes()).isEmpty();
    }
}
