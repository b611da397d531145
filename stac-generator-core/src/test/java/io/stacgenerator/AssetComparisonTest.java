package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items next to the files of their assets. */
final class AssetComparisonTest {

    private final Scene scene = new Scene();
    private Map<String, Object> item = new LinkedHashMap<>();

    @BeforeEach
    void makeItem() {
        GenerationRequest request = GenerationRequest.builder()
                .assets(
                        Asset.builder(scene.putCog("a.tif")).key("image").build(),
                        Asset.builder(scene.put("a.xml", "<notes/>"))
                                .key("notes")
                                .build(),
                        Asset.builder(scene.put("small.tif", Scene.picture()))
                                .key("small")
                                .roles(List.of("thumbnail"))
                                .build())
                .extensions("file", "proj")
                .build();
        try (StacGenerator generator = scene.generator()) {
            item = generator
                    .generate(
                            request, GenerationOptions.builder().checksum(true).build())
                    .item()
                    .toMap();
        }
        item = JsonText.parse(JsonText.compact(item)); // to be changed
    }

    private List<Fault> faults() {
        try (StacGenerator generator = scene.generator()) {
            return generator.compareAssets(new StacDocument("memory://item.json", item, List.of()));
        }
    }

    private Map<String, Object> image() {
        return JsonValues.members(JsonValues.members(item.get("assets")).get("image"));
    }

    private void set(String holder, String name, @Nullable Object value) {
        Map<String, Object> members = holder.equals("properties") ? properties() : image();
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
    }

    private Map<String, Object> properties() {
        return JsonValues.members(item.get("properties"));
    }

    private static @Nullable Object value(String json) {
        return JsonText.parse("{\"value\":%s}".formatted(json)).get("value");
    }

    @Test
    void anItemOfItsFilesContradictsNothing() {
        assertThat(image()).containsKeys("file:size", "file:checksum");
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    properties | proj:shape     | [400, 601]
                    asset      | proj:shape     | [200, 300]
                    asset      | proj:transform | [10, 0, 380010, 0, -10, 5200000]
                    asset      | proj:transform | [10.001, 0, 380000, 0, -10, 5200000]
                    asset      | proj:transform | [10, 0, 380000, 0, 10, 5200000]
                    properties | proj:code      | "EPSG:32633"
                    properties | proj:epsg      | 4326
                    asset      | proj:bbox     | [380000, 5196000, 386010, 5200000]
                    asset      | proj:bbox     | [380000, 5196000]
                    asset      | file:size      | 1
                    asset      | file:checksum  | "12200000000000000000000000000000000000000000000000000000000000000000"
                    """)
    void whatTheFileSaysOtherwiseIsAFault(String holder, String name, String json) {
        set(holder, name, value(json));

        String place = holder.equals("properties") ? "/properties/" : "/assets/image/";
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(place + name);
            assertThat(fault.message()).contains("expected", "as the file");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    asset      | proj:transform | [10.0000001, 0, 380000.0004, 0, -10, 5200000, 0, 0, 1]
                    asset      | proj:transform | "none"
                    properties | proj:code      | "epsg:32632"
                    properties | proj:epsg      | 32632
                    asset      | proj:bbox     | [380000.05, 5196000, 386000, 5200000]
                    asset      | file:checksum  | "1114a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"
                    asset      | file:size      | null
                    """)
    void roundingAndWhatCannotBeComparedIsNone(String holder, String name, String json) {
        set(holder, name, value(json));

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [7.423, 46.906, 7.5035, 46.944] | true
                    [7.45, 46.92, 7.46, 46.93] | true
                    [7.424, 46.910, 7.600, 46.94] | false
                    [47.42, 46.90, 47.50, 46.94] | false
                    [7.423, 46.906, 0, 7.5035, 46.944, 500] | true
                    [7.424, 46.800, 7.500, 46.94] | false
                    """)
    void aBoxHasToBeWithinThatOfTheRasters(String json, boolean holds) {
        item.put("bbox", value(json));

        assertThat(faults())
                .hasSize(holds ? 0 : 1)
                .allSatisfy(fault -> assertThat(fault.pointer()).isEqualTo("/bbox"));
    }

    @Test
    void anAssetThatIsNotThereIsAFault() {
        set("asset", "href", "memory://lost.tif");
        item.put("bbox", List.of(0, 0, 1, 1));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/assets/image/href");
            assertThat(fault.message()).startsWith("cannot be compared: ");
        });
    }

    @Test
    void aCatalogHasNothingToCompare() {
        item.put("type", "Catalog");
        set("asset", "file:size", 1);

        assertThat(faults()).isEmpty();
    }
}
