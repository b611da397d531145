package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes whose metadata went wrong: what each case expects of the Item and its warnings. */
@Requires("cases")
final class SceneCasesTest {

    private static Path folder(String number) throws IOException {
        try (Stream<Path> folders = Files.list(Material.path("cases").resolve("scenes"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(number + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> files(Path folder, String expression) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(expression))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static GenerationResult generate(
            String number, String assets, String metadata, Source source, boolean strict, @Nullable String provider)
            throws IOException {
        Path folder = folder(number);
        try (StacGenerator generator = StacGenerator.builder()
                .options(GenerationOptions.builder().strict(strict).build())
                .build()) {
            return generator.generate(GenerationRequest.builder()
                    .assetPaths(files(folder, assets))
                    .metadataPaths(files(folder, metadata))
                    .source(source)
                    .provider(provider)
                    .build());
        }
    }

    /** Follows a pointer, in which a star stands for all elements of an array. */
    private static @Nullable Object at(@Nullable Object value, List<String> pointer) {
        if (pointer.isEmpty()) {
            return value;
        }
        List<String> rest = pointer.subList(1, pointer.size());
        if (value instanceof List<?> elements) {
            return pointer.get(0).equals("*")
                    ? elements.stream()
                            .map(element -> String.valueOf(at(element, rest)))
                            .collect(Collectors.joining(" "))
                    : at(elements.get(Integer.parseInt(pointer.get(0))), rest);
        }
        return value instanceof Map<?, ?> members ? at(members.get(pointer.get(0)), rest) : null;
    }

    private static void check(GenerationResult result, String place, String expected) {
        if (place.equals("warning")) {
            assertThat(result.warnings()).extracting(Warning::code).contains(expected);
            return;
        }
        Object value = at(result.item().toMap(), List.of(place.substring(1).split("/", -1)));
        if (value instanceof Number number && expected.matches("-?[0-9.]+")) {
            // expected values have up to this many decimals
            double tolerance =
                    Math.pow(10, expected.indexOf('.') < 0 ? 0 : 1 + expected.indexOf('.') - expected.length());
            assertThat(number.doubleValue()).isCloseTo(Double.parseDouble(expected), within(tolerance));
        } else {
            assertThat(String.valueOf(value)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            01 ; .*_SR_8b_harmonized_clip\\.tif ; item.json ; /assets/analytic_8b_sr/roles ; [data, reflectance]
            01 ; .*_SR_8b_harmonized_clip\\.tif ; item.json ; /assets/analytic_8b_sr/bands/*/name ; coastal_blue blue green_i green yellow red rededge nir
            01 ; .*_SR_8b_harmonized_clip\\.tif ; item.json ; /assets/analytic_8b_sr/bands/1/eo:common_name ; blue
            01 ; .*_AnalyticMS_SR_harmonized_clip\\.tif ; item.json ; /assets/analytic_sr/roles ; [data, reflectance]
            01 ; .*_AnalyticMS_SR_harmonized_clip\\.tif ; item.json ; /assets/analytic_sr/bands/*/name ; blue green red nir
            01 ; .*_BGRN_Analytic\\.tif ; ; /assets/analytic/roles ; [data]
            01 ; .*_ssc6_u0001_udm2\\.tif ; item.json ; /assets/udm2/roles ; [metadata, data-mask]
            02 ; .*\\.tif ; meta.xml ; /properties/eo:cloud_cover ; 0.0
            02 ; .*\\.tif ; meta.xml ; /properties/constellation ; rapideye
            02 ; .*\\.tif ; meta.xml ; /properties/gsd ; 6.5
            02 ; .*\\.tif ; meta.xml ; /assets/analytic/bands/*/name ; blue green red rededge nir
            02 ; .*\\.tif ; meta.xml ; /assets/udm/roles ; [metadata, data-mask]
            02 ; .*\\.tif ; meta.xml ; /id ; 3159120_2020-03-11_RE1_3A
            03 ; .*\\.TIF ; MTL.xml ; /properties/platform ; landsat-8
            03 ; .*\\.TIF ; MTL.json ; /properties/platform ; landsat-8
            03 ; .*\\.TIF ; MTL.json ; /properties/datetime ; 2013-04-19T16:01:51.8294190Z
            03 ; .*\\.TIF ; MTL.json ; /LANDSAT_METADATA_FILE ; null
            04 ; .*\\.tif ; landsat.json ; warning ; extension-incomplete
            04 ; .*\\.tif ; order.json ; warning ; extension-incomplete
            04 ; .*\\.tif ; label.json ; warning ; extension-incomplete
            04 ; .*\\.tif ; mlm.json ; warning ; extension-incomplete
            04 ; .*\\.tif ; usgs.json ; warning ; extension-incomplete
            05 ; .*\\.tif ; MTD.*xml ; /assets/blue/raster:scale ; 0.0001
            05 ; .*\\.tif ; MTD.*xml ; /assets/blue/raster:offset ; -0.1
            05 ; .*\\.tif ; MTD.*xml ; /assets/blue/nodata ; 0
            05 ; .*\\.tif ; MTD.*xml ; /assets/aot/raster:scale ; 0.001
            05 ; .*\\.tif ; MTD.*xml ; /assets/wvp/raster:scale ; 0.001
            05 ; .*\\.tif ; MTD.*xml ; /assets/wvp/unit ; cm
            05 ; .*\\.tif ; MTD.*xml ; /assets/scl/classification:classes/*/value ; 0 1 2 3 4 5 6 7 8 9 10 11
            05 ; .*\\.tif ; MTD.*xml ; /properties/s2:processing_baseline ; 04.00
            05 ; .*\\.tif ; MTD.*xml ; /properties/processing:datetime ; 2022-04-14T08:21:26.580338Z
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/blue/raster:scale ; 0.0000275
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/blue/raster:offset ; -0.2
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/lwir11/raster:scale ; 0.00341802
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/lwir11/raster:offset ; 149
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/lwir11/unit ; kelvin
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/emis/raster:scale ; 0.0001
            06 ; .*\\.TIF ; .*MTL.xml ; /assets/qa_pixel/classification:bitfields/3/name ; cloud
            06 ; .*\\.TIF ; .*MTL.xml ; /properties/landsat:scene_id ; LC80470272020339LGN00
            06 ; .*\\.TIF ; .*MTL.xml ; /properties/landsat:correction ; L2SP
            06 ; .*\\.TIF ; .*MTL.xml ; /properties/sci:doi ; 10.5066/P9OGBGM6
            07 ; B.*\\.tif|SCL\\.tif ; MTD_TL.xml ; /assets/coastal/gsd ; 60
            07 ; B.*\\.tif|SCL\\.tif ; MTD_TL.xml ; /assets/coastal/bands/*/name ; B01
            07 ; B.*\\.tif|SCL\\.tif ; MTD_TL.xml ; /assets/nir08/bands/*/eo:common_name ; nir08
            07 ; B.*\\.tif|SCL\\.tif ; MTD_TL.xml ; /assets/scl/gsd ; 20
            07 ; S2A_OPER.*\\.tif ; MTD_TL.xml ; /assets/green/bands/*/name ; B03
            09 ; .*\\.tif ; b.json ; /bbox/0 ; 4.2337
            09 ; .*\\.tif ; t.json ; /bbox/2 ; 4.2417
            10 ; .*\\.tif ; fc.json ; /properties/platform ; p
            10 ; .*\\.tif ; fc.json ; /features ; null
            10 ; .*\\.tif ; result.json ; /properties/platform ; p
            10 ; .*\\.tif ; result.json ; /item ; null
            11 ; .*\\.tif ; m.json ; warning ; not-utf-8
            11 ; .*\\.tif ; m.json ; /properties/platform ; pé
            14 ; .*\\.tif ; m.json ; warning ; measured-replaced
            14 ; .*\\.tif ; m2.json ; warning ; out-of-range
            16 ; .*\\.TIF ; .*\\.(xml|txt) ; warning ; metadata-unread
            16 ; .*\\.TIF ; .*\\.(xml|txt) ; /properties/landsat:wrs_path ; 047
            17 ; .*\\.tif ; MTD.*xml ; /bbox/0 ; 15.00
            17 ; .*\\.tif ; MTD.*xml ; /bbox/1 ; 80.11
            17 ; .*\\.tif ; MTD.*xml ; /bbox/2 ; 17.73
            18 ; .*\\.tif ; a.json ; /properties/end_datetime ; 2024-05-31T23:59:59Z
            18 ; .*\\.tif ; b.json ; /properties/license ; other
            18 ; .*\\.tif ; c.json ; /assets/data/bands/0/eo:common_name ; red
            18 ; .*\\.tif ; c.json ; /assets/data/bands/0/eo:center_wavelength ; 0.66
            18 ; .*\\.tif ; c.json ; warning ; out-of-range
            18 ; .*\\.tif ; d.json ; /properties/gsd ; 1.5
            18 ; .*\\.tif ; d.json ; /properties/platform ; LANDSAT_8
            18 ; .*\\.tif ; d.json ; /properties/instruments ; [OLI]
            18 ; .*\\.tif ; d.json ; /properties/view:sun_azimuth ; 100
            18 ; .*\\.tif ; d.json ; /properties/view:off_nadir ; 2
            18 ; .*\\.tif ; e.json ; /assets/o_20240501.tif/title ; t
            20 ; .*\\.TIF ; .*MTL.xml ; /id ; LC08_L2SP_047027_20201204_20210313_02_T1
            """)
    void aSceneComesOutAsItsCaseExpects(
            String number, String assets, @Nullable String metadata, String place, String expected) throws IOException {
        String documents = metadata == null ? "none" : metadata;
        check(generate(number, assets, documents, Source.AUTOMATIC, false, null), place, expected);
    }

    @ParameterizedTest
    @CsvSource({"Microsoft", "USGS EROS", "Element 84"})
    void anUnmistakableDocumentIsReadWhateverTheNameOfTheProvider(String provider) throws IOException {
        GenerationResult result = generate("03", ".*\\.TIF", "MTL.xml", Source.AUTOMATIC, false, provider);

        check(result, "/properties/platform", "landsat-8");
        check(result, "/properties/datetime", "2013-04-19T16:01:51.8294190Z");
    }

    @ParameterizedTest
    @CsvSource({"04, landsat.json", "04, order.json", "04, usgs.json", "11, m.json", "16, x_ANG.txt"})
    void whatIsOnlyWarnedOfIsAnErrorInStrictMode(String number, String metadata) {
        assertThatThrownBy(() -> generate(number, "(?i).*\\.tif", metadata, Source.AUTOMATIC, true, null))
                .isInstanceOf(StacGeneratorException.class);
    }

    @ParameterizedTest
    @CsvSource("m.json")
    void aSystemThatReplacesTheFilesMovesTheFootprint(String metadata) throws IOException {
        GenerationResult result = generate("08", ".*\\.tif", metadata, Source.MANUAL, false, null);

        assertThat(result.item().bbox().orElseThrow().west()).isCloseTo(10.23, within(0.01));
        check(result, "warning", "measured-replaced");
    }

    @ParameterizedTest
    @CsvSource({
        "ls, LC08_L2SP_047027_20201204_20210313_02_T1, 2020-12-04T19:02:11.1944860Z",
        "safe, S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126, 2022-04-13T15:07:59.024Z"
    })
    void aFolderOfOneSceneIsOneItem(String folder, String id, String datetime) throws IOException {
        try (StacGenerator generator = StacGenerator.builder().build();
                Stream<GenerationRequest> scenes =
                        generator.requests(folder("15").resolve(folder).toString(), SceneOptions.ofDefaults())) {
            List<GenerationRequest> requests = scenes.toList();
            assertThat(requests).hasSize(1);
            GenerationResult result = generator.generate(requests.get(0));
            assertThat(result.item().id()).isEqualTo(id);
            check(result, "/properties/datetime", datetime);
        }
    }
}
