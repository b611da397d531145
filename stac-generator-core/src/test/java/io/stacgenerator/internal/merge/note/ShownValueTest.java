package io.stacgenerator.internal.merge.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.merge.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                      | null
            5                         | 5
            true                      | true
            "a"                       | 'a'
            [1, "a", []]              | [1, 'a', []]
            {"a": 1, "b": {"c": null}} | {'a': 1, 'b': {'c': null}}
            "https://u:p@h/a?sig=s#f" | 'https://h/a'
            """)
    void looksLikeJson(String json, String shown) {
        assertThat(ShownValue.of(Json.value(json))).isEqualTo(shown);
    }

    @Test
    void isCutHoweverLargeTheValueIs() {
        List<Object> large = Collections.nCopies(Integer.MAX_VALUE, "element");

        assertThat(ShownValue.of(large))
                .hasSize(83)
                .startsWith("['element', 'el")
                .endsWith("...");
        assertThat(ShownValue.of("x".repeat(5000))).hasSize(83).endsWith("x...");
    }

    @Test
    void hidesCredentialsThatTheCutWouldGoThrough() {
        assertThat(ShownValue.of("see https://name:" + "secret".repeat(20) + "@example.org/a"))
                .isEqualTo("'see https://example.org/a'");
    }
}
