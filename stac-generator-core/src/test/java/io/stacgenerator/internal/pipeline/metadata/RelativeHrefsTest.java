package io.stacgenerator.internal.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelativeHrefsTest {

    @ParameterizedTest
    @CsvSource({
        "a@b.tif, file:///data/a@b.tif",
        "u:hunter2@h/a.tif, file:///data/h/a.tif",
        "//user:hunter2@h/a.tif, file://h/a.tif"
    })
    void aPasswordDoesNotBecomeAFolder(String href, String expected) {
        Map<String, Object> document = Map.of("links", List.of(Map.of("rel", "via", "href", href)));

        assertThat(RelativeHrefs.resolved(document, "file:///data/item.json"))
                .isEqualTo(Map.of("links", List.of(Map.of("rel", "via", "href", expected))));
    }
}
