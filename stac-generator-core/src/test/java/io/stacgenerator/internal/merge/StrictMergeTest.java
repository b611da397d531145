package io.stacgenerator.internal.merge;

import static io.stacgenerator.ErrorCode.INVALID_METADATA;
import static io.stacgenerator.ErrorCode.METADATA_CONFLICT;
import static io.stacgenerator.internal.merge.Example.STRICT;
import static io.stacgenerator.internal.merge.Example.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.StacGeneratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrictMergeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"stac_extensions": ["foo"]}                        | INVALID_METADATA
            {"properties": {"eo:cloud_cover": 140}}             | INVALID_METADATA
            {"properties": {"eo:cloud_cover": "x"}}             | INVALID_METADATA
            {"properties": {"eo:foo": 1}}                       | INVALID_METADATA
            {"assets": {"image": {"bands": [{"title": "t"}]}}}  | INVALID_METADATA
            {"geometry": {"type": "Point", "coordinates": [500000, 0]}} | INVALID_METADATA
            {"assets": {"image": {"data_type": "int8"}}}        | METADATA_CONFLICT
            """)
    void whatWouldBeLostIsAnError(String document, ErrorCode code) {
        assertThat(error(document).code()).isEqualTo(code);
    }

    @Test
    void allFaultsAreReported() {
        StacGeneratorException error = error(
                "{\"properties\": {\"eo:cloud_cover\": 140, \"platform\": \"a\"}}",
                "{\"properties\": {\"gsd\": -1, \"platform\": \"b\"}}");

        assertThat(error.code()).isEqualTo(INVALID_METADATA);
        assertThat(error.faults())
                .extracting(Fault::pointer)
                .containsExactly("/properties/eo:cloud_cover", "/properties/gsd", "/properties/platform");
        assertThat(error)
                .hasMessage("metadata cannot be merged: /properties/eo:cloud_cover 140 is not 0 to 100 and was dropped"
                        + " (/meta/0.json); /properties/gsd -1 is not greater than 0 and was dropped (/meta/1.json);"
                        + " /properties/platform 'b' replaces 'a' of '/meta/0.json' (/meta/1.json)");
    }

    @Test
    void conflictsAloneHaveACodeOfTheirOwn() {
        assertThat(error("{\"platform\": \"a\"}", "{\"platform\": \"b\"}").code())
                .isEqualTo(METADATA_CONFLICT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"properties": {"gsd": "3", "created": "2024-01-01"}}
            {"stac_version": "1.0.0", "id": "x", "bbox": [0, 0, 1, 1]}
            {"stac_extensions": ["view"], "vendor": 1, "acme:x": 2}
            """)
    void whatIsOnlyPutInOrderOrProtectedPasses(String document) {
        assertThat(merge(STRICT, document).notes()).isNotEmpty();
    }

    private static StacGeneratorException error(String... documents) {
        return catchThrowableOfType(StacGeneratorException.class, () -> merge(STRICT, documents));
    }
}
