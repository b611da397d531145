package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GenerationRequestTest {

    private static final GenerationRequest FULL = GenerationRequest.builder()
            .source(Source.MANUAL)
            .provider("planet")
            .collection("https://data.example.com/collection.json")
            .itemId("scene-1")
            .assetPaths("b1.tif", "b2.tif")
            .metadataPaths("first.json", "second.json")
            .extensions("eo", "proj")
            .build();

    @Test
    void builderSetsEveryMember() {
        assertThat(FULL.source()).isEqualTo(Source.MANUAL);
        assertThat(FULL.provider()).contains("planet");
        assertThat(FULL.collection()).contains("https://data.example.com/collection.json");
        assertThat(FULL.itemId()).contains("scene-1");
        assertThat(FULL.assetPaths()).containsExactly("b1.tif", "b2.tif");
        assertThat(FULL.metadataPaths()).containsExactly("first.json", "second.json");
        assertThat(FULL.extensions()).containsExactly("eo", "proj");
    }

    @Test
    void onlyAssetsAreRequired() {
        GenerationRequest request =
                GenerationRequest.builder().assetPaths("a.tif").build();

        assertThat(request.source()).isEqualTo(Source.AUTOMATIC);
        assertThat(request.provider()).isEmpty();
        assertThat(request.collection()).isEmpty();
        assertThat(request.itemId()).isEmpty();
        assertThat(request.metadataPaths()).isEmpty();
        assertThat(request.extensions()).isEmpty();
    }

    @Test
    void toBuilderHoldsTheWholeRequest() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL).hasSameHashCodeAs(FULL);
        assertThat(FULL.toBuilder().itemId("scene-2").build()).isNotEqualTo(FULL);
    }

    @Test
    void listsOfTheCallerAreCopied() {
        List<String> paths = new ArrayList<>(List.of("a.tif"));
        GenerationRequest.Builder builder = GenerationRequest.builder().assetPaths(paths);
        paths.clear();

        assertThat(builder.build().assetPaths()).containsExactly("a.tif").isUnmodifiable();
    }

    @Test
    void nullInAListIsRefusedWhereItIsGiven() {
        List<String> paths = Arrays.asList("a.tif", null);

        assertThatNullPointerException()
                .isThrownBy(() -> GenerationRequest.builder().assetPaths(paths));
    }

    @Test
    void allFaultsAreReportedAtOnceByPointer() {
        GenerationRequest.Builder builder = GenerationRequest.builder()
                .provider(" ")
                .collection("")
                .itemId("a/b")
                .metadataPaths("m.json", "", "m.json")
                .extensions("");

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(builder::build)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(Fault::pointer)
                        .containsExactlyInAnyOrder(
                                "/provider",
                                "/collection",
                                "/itemId",
                                "/metadataPaths/1",
                                "/metadataPaths/2",
                                "/extensions/0",
                                "/assetPaths"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene", "S2A_T32TQM.2024", "日本", "a-b~c!(1)", "...", "a+b&c=d"})
    void idMayHave(String id) {
        assertThat(withId(id).build().itemId().orElse(null)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a:b",
                "a\\b",
                "a?b",
                "a#b",
                "a%20b",
                "a b",
                "a\tb",
                "a\nb",
                "a\u0000b",
                "a\u00a0b",
                "a\u0085b",
                ".",
                "..",
                "",
                " "
            })
    void idIsRefused(String id) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> withId(id).build())
                .satisfies(
                        e -> assertThat(e.faults()).extracting(Fault::pointer).containsExactly("/itemId"));
    }

    @Test
    void idHasAtMost200BytesOfUtf8() {
        assertThat(withId("é".repeat(100)).build().itemId().orElseThrow()).hasSize(100);
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> withId("é".repeat(100) + "e").build())
                .withMessage("invalid request: /itemId is longer than 200 bytes");
    }

    @Test
    void textOfARequestShowsNoHref() {
        GenerationRequest request = GenerationRequest.builder()
                .itemId("scene")
                .collection("https://user:password@example.com/collection.json")
                .assetPaths("https://example.com/a.tif?sig=secret")
                .metadataPaths("https://example.com/m.json?sig=secret")
                .build();

        assertThat(request)
                .hasToString("GenerationRequest[source=automatic, itemId=scene, 1 assets, 1 metadata files]");
    }

    @Test
    void faultsShowNoHref() {
        String href = "https://user:password@example.com/a.tif?sig=secret";

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(
                        () -> GenerationRequest.builder().assetPaths(href, href).build())
                .withMessage("invalid request: /assetPaths/1 is given twice, leave it out");
    }

    private static GenerationRequest.Builder withId(String id) {
        return GenerationRequest.builder().assetPaths("a.tif").itemId(id);
    }
}
