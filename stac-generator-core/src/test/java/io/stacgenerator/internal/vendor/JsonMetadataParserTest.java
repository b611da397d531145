package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonMetadataParserTest {

    private static final String ITEM = "{\"type\": \"Feature\", \"id\": \"a\", \"properties\": {\"platform\": \"p\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "{\"type\": \"FeatureCollection\", \"features\": [%s]}", "{\"item\": %s, \"warnings\": []}"
            })
    void anItemIsTakenOutOfWhatHoldsIt(String document) {
        Parsing parsing = Parsing.of();

        assertThat(parsing.parse(document.formatted(ITEM))).containsEntry("properties", Map.of("platform", "p"));
        assertThat(parsing.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"order\": {\"name\": \"x\"}}", "{\"features\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}"})
    void aDocumentThatIsNotOfStacIsLeftOutWithAWarning(String document) {
        Parsing parsing = Parsing.of();

        assertThat(parsing.parse(document)).isEmpty();
        assertThat(parsing.warnings()).extracting(Warning::code).containsExactly("metadata-unread");
    }

    @Test
    void textThatIsNotUtf8IsReadWithAWarning() {
        Parsing parsing = Parsing.of();

        assertThat(parsing.parse("{\"title\": \"p\u00e9\"}".getBytes(ISO_8859_1)))
                .containsEntry("title", "p\u00e9");
        assertThat(parsing.warnings()).extracting(Warning::code).containsExactly("not-utf-8");
    }
}
