package io.stacgenerator.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.field.InstalledFields;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataDocumentsTest {

    private static MetadataDocuments documents(String... texts) {
        return MetadataDocuments.of(
                Example.layers(Stream.of(texts).map(Json::value).toList()), InstalledFields.builtIn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [7, 46]}}",
                "{\"bbox\": [7, 46, 8, 47]}",
                "{\"bbox\": [\"7\", 46, 0, 8, 47, 9]}",
                "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [700000, 46]}, \"bbox\": [175, 0, -175, 5]}",
            })
    void giveAGeometryOrABoxThatMakesOne(String document) {
        assertThat(documents("{}", document).giveGeometry()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"bbox\": [1, 2]}",
                "{\"bbox\": [400000, 5200000, 410000, 5210000]}",
                "{\"bbox\": \"7 46 8 47\"}",
                "{\"geometry\": null}",
                "{\"geometry\": {}}",
                "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [700000, 46]}}",
                "{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [0, 0]]]}}",
            })
    void giveNoGeometryByAMemberThatIsNotUsable(String document) {
        assertThat(documents(document).giveGeometry()).isFalse();
    }

    @Test
    void giveADatetimeOrARange() {
        assertThat(documents("{\"datetime\": \"2024-01-01\"}").giveDatetime()).isTrue();
        assertThat(documents("{\"start_datetime\": \"2024-01-01\"}", "{\"end_datetime\": \"2024-01-02\"}")
                        .giveDatetime())
                .isTrue();
        assertThat(documents("{\"start_datetime\": \"2024-01-01\"}").giveDatetime())
                .isFalse();
        assertThat(documents("{\"datetime\": \"yesterday\"}").giveDatetime()).isFalse();
    }
}
