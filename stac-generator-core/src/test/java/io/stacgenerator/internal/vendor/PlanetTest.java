package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.spi.vendor.ProductFile;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanetTest {

    private static final String RAPID_EYE = """
            <re:EarthObservation xmlns:re="urn:re">
              <identifier>3159120_2020-03-11_RE1_3A_Analytic</identifier>
              <beginPosition>2020-03-11T10:07:59</beginPosition>
              <endPosition>2020-03-11T10:09:04</endPosition>
              <EarthObservationEquipment>
                <Platform><shortName>RE00</shortName><serialIdentifier>RapidEye-1</serialIdentifier></Platform>
                <Instrument><shortName>MSI</shortName></Instrument>
                <Sensor><resolution>6.5</resolution></Sensor>
                <acquisitionDateTime>2020-03-11T10:08:58.035782Z</acquisitionDateTime>
              </EarthObservationEquipment>
              <cloudCoverPercentage>15.0</cloudCoverPercentage>
            </re:EarthObservation>
            """;

    @Test
    void aVideoIsDescribedByItsItemAndNotByTheMetadataOfItsFrames() {
        String product = "20190821_071033_ssc13d1_0003";
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        for (String file : List.of("_video.mp4", "_video_frames.zip", "_video_metadata.json", "_metadata.json")) {
            storage.put(product + file, new byte[0]);
        }
        try (StacGenerator generator = StacGenerator.builder().install(storage).build();
                Stream<GenerationRequest> requests = generator.requests("memory:", SceneOptions.ofDefaults())) {
            assertThat(requests).singleElement().satisfies(request -> {
                assertThat(request.assetPaths()).hasSize(4);
                assertThat(request.metadataPaths()).containsExactly("memory:" + product + "_metadata.json");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20210129_075502_95_2223_3B_AnalyticMS_SR_8b_harmonized_clip.tif, analytic_8b_sr",
        "20210129_075502_95_2223_3B_AnalyticMS_SR_8b_clip_harmonized.tif, analytic_8b_sr",
        "20210129_075502_95_2223_3B_AnalyticMS_SR_harmonized_clip_reproject.tif, analytic_sr",
        "20210129_075502_95_2223_3B_udm2_clip_file_format.tif, udm2",
        "1234567_1110115_2018-08-01_1035_BGRN_Analytic.tif, analytic",
        "1234567_1110115_2018-08-01_1035_BGRN_SR_clip.tif, analytic_sr",
        "20200130_093253_ssc6_u0001_analytic_udm2.tif, udm2",
        "20200130_093253_ssc6_u0001_pansharpened_clip.tif, pansharpened",
        "20200130_093253_ssc6_u0001_pansharpened_udm2.tif, pansharpened_udm2",
        "20190709_104533_ssc4d2_0018_basic_analytic_dn.tif, basic_analytic_dn",
        "20190709_104533_ssc4d2_0018_basic_l1a_panchromatic_dn.tif, basic_l1a_panchromatic_dn",
        "20220125_075509_67_1061_3B_AnalyticMS_8b_toar_clip.tif, analytic_8b",
        "20220125_075509_67_1061_3B_AnalyticMS_SR_8b_coreg_clip.tif, analytic_8b_sr",
        "20220125_075509_67_1061_1B_AnalyticMS_8b_RPC.TXT, rpc",
        "5937142_3357010_2022-11-01_2441_BGRN_DN.tif, analytic_dn",
        "3159120_2020-03-11_RE1_3A_Analytic_SR.tif, analytic_sr",
        "2019-04-27T053424_RE3_1B-NAC_33089720_337566_band4.ntf, rededge",
        "3159120_2020-03-11_RE1_3A_Analytic_clip.tif, analytic",
        "20190821_071033_ssc13d1_0003_video.mp4, video",
        "20190821_071033_ssc13d1_0003_video_frames.tar.gz, video_frames",
        "20190821_071033_ssc13d1_0003_video_metadata.json, video_metadata",
        "20190821_071033_ssc13d1_0003_metadata.json, metadata",
        "3159120_2020-03-11_RE1_3A_browse.tif, browse",
        "3159120_2020-03-11_RE1_3A_udm.tif, udm"
    })
    void aFileIsKnownWhateverTheOrderOfItsSuffixes(String name, String key) {
        assertThat(new Planet().products().file(name).map(ProductFile::key)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "20190709_104533_ssc4d2_0018_basic_analytic.tif, 20190709_104533_ssc4d2_0018",
        "2019-04-27T053424_RE3_1B-NAC_33089720_337566_band3.ntf, 2019-04-27T053424_RE3_1B-NAC_33089720_337566",
        "20220125_075509_67_1061.json, ",
        "20220125_075509_67_1061_metadata.json, 20220125_075509_67_1061"
    })
    void aFileBelongsToAnItemOfPlanet(String name, String id) {
        assertThat(new Planet().sceneFiles("order/" + name))
                .singleElement()
                .satisfies(file -> assertThat(file.product()).isEqualTo(Optional.ofNullable(id)))
                .satisfies(file -> assertThat(file.certain()).isEqualTo(id != null));
    }

    @Test
    void rapidEyeIsDescribedInItsOwnUnits() {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        storage.put("order/3159120_2020-03-11_RE1_3A_Analytic_metadata.xml", RAPID_EYE.getBytes(UTF_8));
        storage.put("order/3159120_2020-03-11_RE1_3A_Analytic.tif", new byte[0]);
        try (StacGenerator generator = StacGenerator.builder().install(storage).build();
                Stream<GenerationRequest> scenes = generator.requests("memory:order/", SceneOptions.ofDefaults())) {
            GenerationResult result = generator.generate(scenes.findFirst().orElseThrow());

            assertThat(result.item().id()).isEqualTo("3159120_2020-03-11_RE1_3A");
            assertThat(result.item().properties())
                    .contains(
                            entry("eo:cloud_cover", 15.0),
                            entry("constellation", "rapideye"),
                            entry("start_datetime", "2020-03-11T10:07:59Z"),
                            entry("end_datetime", "2020-03-11T10:09:04Z"),
                            entry("gsd", 6.5));
            assertThat(result.warnings()).noneMatch(warning -> warning.code().equals("assumed-utc"));
            assertThat(result.item()
                            .assets()
                            .get("analytic")
                            .toMap()
                            .get("bands")
                            .toString())
                    .containsSubsequence("blue", "green", "red", "rededge", "nir");
        }
    }

    @Test
    void rapidEyeIsNamedByItsXmlAsByAListing() {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(storage.put("image.tif", new byte[0]))
                .metadataPaths(storage.put("metadata.xml", RAPID_EYE.getBytes(UTF_8)))
                .build();
        try (StacGenerator generator = StacGenerator.builder().install(storage).build()) {
            assertThat(generator.generate(request).item().id()).isEqualTo("3159120_2020-03-11_RE1_3A");
        }
        assertThat(new Planet().sceneFiles("3159120_2020-03-11_RE1_3A_Analytic.tif"))
                .anyMatch(file -> file.product()
                        .filter("3159120_2020-03-11_RE1_3A"::equals)
                        .isPresent());
    }
}
