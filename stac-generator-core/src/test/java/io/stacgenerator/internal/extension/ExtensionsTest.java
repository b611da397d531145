package io.stacgenerator.internal.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.testkit.FakeContext;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExtensionsTest {

    static Stream<Arguments> spectra() {
        return Stream.of(
                Arguments.of(
                        Map.of("IMAGERY:CENTRAL_WAVELENGTH_UM", "0.665", "IMAGERY:FWHM_UM", "0.038"),
                        Map.of("eo:center_wavelength", 0.665, "eo:full_width_half_max", 0.038)),
                Arguments.of(
                        Map.of(
                                "WAVELENGTH", "665",
                                "WAVELENGTH_UNIT", "nm",
                                "BANDWIDTH", "30",
                                "BANDWIDTH_UNIT", "nm",
                                "SOLAR_IRRADIANCE", "1512.06",
                                "SOLAR_IRRADIANCE_UNIT", "W/m2/um"),
                        Map.of(
                                "eo:center_wavelength", 0.665,
                                "eo:full_width_half_max", 0.03,
                                "eo:solar_illumination", 1512.06)),
                Arguments.of(
                        Map.of("wavelength", "0.442", "wavelength_units", "Micrometers", "fwhm", "0.02"),
                        Map.of("eo:center_wavelength", 0.442, "eo:full_width_half_max", 0.02)),
                Arguments.of(Map.of("wavelength", "665"), Map.of()),
                Arguments.of(Map.of("wavelength", "665", "wavelength_units", "Index"), Map.of()),
                Arguments.of(Map.of("wavelength", "unknown", "wavelength_units", "nm"), Map.of()),
                Arguments.of(Map.of("IMAGERY:CENTRAL_WAVELENGTH_UM", "0"), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("spectra")
    void tellTheSpectraThatTagsGiveInMicrometers(Map<String, String> tags, Map<String, Object> fields) {
        AssetDraft asset = raster(band("", tags));
        new EoExtension().apply(draft(asset), FakeContext.of());
        assertThat(asset.bands().get(0)).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({
        "Red, red",
        " NIR , nir",
        "Near Infrared, nir",
        "panchromatic, pan",
        "Coastal aerosol, coastal",
        "Red Edge, ",
        "Reddish, ",
        "swir, ",
    })
    void tellCommonNamesThatDescriptionsMean(String description, String name) {
        AssetDraft asset = raster(band(description, Map.of()));
        new EoExtension().apply(draft(asset), FakeContext.of());
        assertThat(asset.bands().get(0).get("eo:common_name")).isEqualTo(name);
    }

    @Test
    void tellNoCommonNameThatWouldBeTwiceInAnItem() {
        AssetDraft one = raster(band("red", Map.of()), band("nir", Map.of()));
        AssetDraft other = raster(band("red", Map.of()));
        new EoExtension().apply(draft(one, other), FakeContext.of());

        assertThat(one.bands()).containsExactly(Map.of(), Map.of("eo:common_name", "nir"));
        assertThat(other.bands()).containsExactly(Map.of());
    }

    @Test
    void tellAChecksumOnRequestOnly() throws IOException {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        String href = storage.put("abc.txt", "abc".getBytes(StandardCharsets.US_ASCII));
        FakeContext context = FakeContext.of(storage);
        AssetDraft asset = AssetDraft.builder(href).size(3L).build();
        try (StorageObject object = context.open(href)) {
            new FileExtension().read(asset, object, context);
            assertThat(asset.fields()).isEmpty();
            new FileExtension()
                    .read(
                            asset,
                            object,
                            context.with(
                                    GenerationOptions.builder().checksum(true).build()));
        }

        String checksum = "1220ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(asset.fields()).isEqualTo(Map.of("file:checksum", checksum));
        assertThat(Multihash.check(checksum)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.blob.core.windows.net/scenes/a.tif, acme, https://{account}.blob.core.windows.net",
        "https://acme.dfs.core.windows.net/scenes/a.tif, acme, https://{account}.dfs.core.windows.net",
        "https://acme.blob.core.chinacloudapi.cn/a/b.tif, acme, https://{account}.blob.core.chinacloudapi.cn",
        "https://example.com/acme.blob.core.windows.net/a.tif, , ",
        "https://sentinel-cogs.s3.amazonaws.com/a.tif, , ",
        "https://s3.us-west-2.amazonaws.com/sentinel-cogs/a.tif, , ",
        "s3://sentinel-cogs/a.tif, , ",
        "file:///data/a.tif, , ",
    })
    void tellTheAccountsOfAzureThatAssetsLieIn(String href, String account, String platform) {
        AssetDraft asset = AssetDraft.builder(href).build();
        ItemDraft item = draft(asset);
        new StorageExtension().apply(item, FakeContext.of());

        if (account == null) {
            assertThat(item.properties()).isEmpty();
            assertThat(asset.fields()).isEmpty();
        } else {
            Map<String, Object> scheme = Map.of("type", "ms-azure", "platform", platform, "account", account);
            assertThat(item.properties()).isEqualTo(Map.of("storage:schemes", Map.of(account, scheme)));
            assertThat(asset.fields()).isEqualTo(Map.of("storage:refs", List.of(account)));
        }
    }

    @Test
    void tellTheBucketsOfAwsThatAssetsLieIn() {
        AssetDraft asset = AssetDraft.builder("https://sentinel-cogs.s3.us-west-2.amazonaws.com/a/b.tif")
                .build();
        ItemDraft item = draft(asset);
        new StorageExtension().apply(item, FakeContext.of());
        Map<String, Object> scheme = Map.of(
                "type", "aws-s3",
                "platform", "https://{bucket}.s3.{region}.amazonaws.com",
                "bucket", "sentinel-cogs",
                "region", "us-west-2");
        assertThat(item.properties()).isEqualTo(Map.of("storage:schemes", Map.of("sentinel-cogs", scheme)));
        assertThat(asset.fields()).isEqualTo(Map.of("storage:refs", List.of("sentinel-cogs")));
    }

    @ParameterizedTest
    @CsvSource({
        "view:sun_zenith, 30, 60",
        "s2:mean_solar_zenith, 90.5, -0.5",
    })
    void takeTheElevationOfTheSunFromItsZenithAngle(String name, double zenith, double elevation) {
        Map<String, Object> members = new HashMap<>(Map.of(name, zenith));
        new ViewExtension().upgrade(new FieldHolder("/properties", FieldLevel.ITEM, members));
        assertThat(members).containsEntry("view:sun_elevation", elevation).doesNotContainKey("view:sun_zenith");
    }

    @Test
    void tellTheClassesThatCategoriesNameWithTheColorsOfTheTable() {
        AssetDraft asset = raster(RasterBand.builder(DataType.UINT8)
                .nodata(0.0)
                .categories(List.of("no data", "", "Water", "Water", "水"))
                .colorTable(List.of(
                        new ColorEntry(0, 0, 0, 0), new ColorEntry(1, 2, 3, 255), new ColorEntry(0, 16, 255, 255)))
                .build());
        new ClassificationExtension().apply(draft(asset), FakeContext.of());

        assertThat(asset.bands().get(0))
                .isEqualTo(Map.of(
                        "classification:classes",
                        List.of(
                                Map.of(
                                        "value",
                                        0,
                                        "name",
                                        "no_data",
                                        "title",
                                        "no data",
                                        "color_hint",
                                        "000000",
                                        "nodata",
                                        true),
                                Map.of("value", 2, "name", "Water", "color_hint", "0010ff"),
                                Map.of("value", 3, "name", "Water_3", "title", "Water"),
                                Map.of("value", 4, "name", "class_4", "title", "水"))));
    }

    @Test
    void tellNoClassesOfAColorTableAlone() {
        AssetDraft asset = raster(RasterBand.builder(DataType.UINT8)
                .colorTable(List.of(new ColorEntry(1, 2, 3, 255)))
                .build());
        new ClassificationExtension().apply(draft(asset), FakeContext.of());
        assertThat(asset.bands()).containsExactly(Map.of());
    }

    private static RasterBand band(String description, Map<String, String> tags) {
        return RasterBand.builder(DataType.UINT16)
                .description(description)
                .metadata(tags)
                .build();
    }

    private static AssetDraft raster(RasterBand... bands) {
        RasterInfo info = RasterInfo.builder("GTiff", "image/tiff", new RasterSize(2, 2))
                .bands(List.of(bands))
                .build();
        return AssetDraft.builder("memory:a.tif").size(1L).raster(info).build();
    }

    private static ItemDraft draft(AssetDraft... assets) {
        Map<String, AssetDraft> byKey = new LinkedHashMap<>();
        for (AssetDraft asset : assets) {
            byKey.put("a" + byKey.size(), asset);
        }
        return new ItemDraft(byKey, null, null);
    }
}
