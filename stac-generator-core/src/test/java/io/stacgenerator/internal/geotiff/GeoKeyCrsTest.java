package io.stacgenerator.internal.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.internal.geotiff.tiff.FieldType;
import io.stacgenerator.internal.geotiff.tiff.TagId;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.RasterInfo;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeoKeyCrsTest {

    private static final int ASCII_PARAMS = TagId.GEO_ASCII_PARAMS;
    private static final int DOUBLE_PARAMS = TagId.GEO_DOUBLE_PARAMS;

    @ParameterizedTest
    @CsvSource({
        "1, 3072, 32633, EPSG:32633",
        "2, 2048, 4326, EPSG:4326",
        "2, 2048, 4979, EPSG:4979",
        "3, 2048, 4978, EPSG:4978",
        "0, 3072, 3857, EPSG:3857",
        "0, 2048, 4258, EPSG:4258",
        "1, 3072, 54030, ESRI:54030"
    })
    void takesTheCodeThatTheModelTypePointsTo(int model, int key, int code, String expected) {
        RasterInfo info = Opening.info(TiffImage.of(4, 4).geoKeys(GeoKeys.MODEL_TYPE, model, key, code));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains(expected);
        assertThat(info.crs()).map(CrsDefinition::terrestrial).contains(true);
    }

    @Test
    void keepsTheHorizontalPartOfACompoundSystemAndSaysSo() {
        RasterInfo info = Opening.info(TiffImage.of(4, 4).geoKeys(1024, 1, 3072, 25832, 4096, 7837, 4099, 9001));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:25832");
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("vertical-crs-ignored");
        assertThat(info.bands()).extracting(band -> band.unit().orElse(null)).containsExactly("metre");
    }

    @ParameterizedTest
    @CsvSource({
        "1024=2 2048=4326 4096=4979, EPSG:4979",
        "1024=2 2048=4326 4096=5030, EPSG:4979",
        "1024=2 2048=8255 4096=8254, EPSG:8254",
        "1024=2 2048=4269 4096=4979, EPSG:4269",
        "1024=1 3072=32631 4096=4979, EPSG:32631"
    })
    void geographicSystemOfThreeDimensionsMayStandForHeights(String keys, String code) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), keys));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"4096=7837, metre", "4096=6360, US survey foot", "4096=8228, foot", "4096=6360 4099=9001, metre"})
    void unitOfAVerticalCodeIsThatOfItsSystem(String keys, String unit) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), "1024=1 3072=26918 " + keys));

        assertThat(info.bands()).extracting(band -> band.unit().orElse(null)).containsExactly(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3072=32633 3075=1 3080=15.0 3081=0.0 3082=500000.0 3083=0.0 3092=0.9996",
                "3072=31467 3075=1 3080=9.0 3081=0.0 3082=3500000.0 3083=0.0 3092=1.0",
                "3072=2154 3075=8 3078=44.0 3079=49.0 3084=3.0 3085=46.5 3086=700000.0 3087=6600000.0",
                "3072=3031 3075=15 3080=0.0 3081=-71.0 3082=0.0 3083=0.0 3092=1.0 3095=0.0",
                "3072=27572 3075=9 3080=0.0 3081=46.8 3082=600000.0 3083=2200000.0 3092=0.99987742"
            })
    void parametersOfTheCodeItselfKeepIt(String keys) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), "1024=1 " + keys));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:" + keys.substring(5, keys.indexOf(" ")));
        assertThat(info.warnings()).isEmpty();
    }

    /** Without a datum of their own the parameters are on that of the code; the longitudes are those of GDAL. */
    @ParameterizedTest
    @CsvSource({
        "3072=32633 3075=1 3080=9.0 3081=0.0 3082=500000.0 3083=0.0 3092=0.9996, 500000, 5500000, 9.0, 49.65254",
        "3072=32633 3075=1 3080=15.0 3081=0.0 3082=500000.0 3083=0.0 3092=1.0, 500000, 5500000, 15.0, 49.63275",
        "3072=2154 3075=8 3078=44.0 3079=49.0 3084=2.0 3085=46.5 3086=700000.0 3087=6600000.0, 700000, 6600000, 2.0, 46.5"
    })
    void parametersThatContradictTheCodeHold(String keys, double x, double y, double longitude, double latitude) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), "1024=1 " + keys));
        CrsDefinition crs = info.crs().orElseThrow();
        double[] p = new double[2];

        assertThat(info.warnings()).extracting(Warning::code).containsExactly("crs-code-contradicted");
        assertThat(crs.code()).isNotEqualTo(Optional.of("EPSG:" + keys.substring(5, keys.indexOf(" "))));
        assertThat(Wgs84Transforms.of(crs).toLonLat(x, y, p)).isTrue();
        assertThat(p[0]).isCloseTo(longitude, within(1e-5));
        assertThat(p[1]).isCloseTo(latitude, within(1e-5));
    }

    /** GDAL takes some of these figures and places the raster hundreds of meters elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "3072=32633 2056=7004, another ellipsoid",
        "3072=32633 2057=6377397.155 2059=299.1528128, another ellipsoid",
        "3072=31467 2056=7030, another ellipsoid",
        "3072=32633 2048=4326 2056=7004, parameters of a system"
    })
    void ellipsoidThatContradictsTheCodeIsTold(String keys, String told) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), "1024=1 " + keys));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:" + keys.substring(5, 10));
        assertThat(info.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("crs-code-contradicted");
            assertThat(warning.message()).contains(told).endsWith("the code is used");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3072=32633 2056=7030 2057=6378137.0 2059=298.257223563",
                "3072=25832 2057=6378137.0 2059=298.257222101",
                "3072=25832 2056=7030",
                "3072=31467 2056=7004",
                "3072=32633 2057=6378137.0"
            })
    void ellipsoidOfTheCodeIsNotTold(String keys) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), "1024=1 " + keys));

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:" + keys.substring(5, 10));
        assertThat(info.warnings()).isEmpty();
    }

    /** Coordinates computed by PROJ 9.1.1, of the file citation_mixedcase.tif of GDAL. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1024=1 3072=2838 3076=9002",
                "1024=1 3072=2838 3073='IMAGINE GeoTIFF Support\nUnits = international_FeeT\nGeoTIFF Units = x|'",
                "1024=1 1026='Units = international_feet|' 3072=2838",
                "1024=1 3072=2913"
            })
    void unitThatContradictsTheCodeHolds(String keys) {
        CrsDefinition crs = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), keys))
                .crs()
                .orElseThrow();
        double[] p = new double[2];

        assertThat(Wgs84Transforms.of(crs).toLonLat(7656814, 714289.5, p)).isTrue();
        assertThat(p[0]).isCloseTo(-122.6309179, within(2e-5));
        assertThat(p[1]).isCloseTo(45.6061702, within(2e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "1024=1 3072=2838 3076=9001, EPSG:2838",
        "1024=1 3072=2838 3076=32767, EPSG:2838",
        "1024=1 3072=2838 3073='Units = furlongs|', EPSG:2838",
        "1024=1 3072=2913 3076=9002, EPSG:2913",
        "1024=1 3072=2913 3076=9001,",
        "1024=1 3072=2225 3076=9003, EPSG:2225"
    })
    void unitOfTheCodeKeepsTheCode(String keys, String code) {
        RasterInfo info = Opening.info(GeoKeysWriter.write(TiffImage.of(4, 4), keys));

        assertThat(info.crs().orElseThrow().code().orElse(null)).isEqualTo(code);
        assertThat(info.warnings()).hasSize(code == null ? 1 : 0);
    }

    @Test
    void namesAUserDefinedSystem() {
        RasterInfo info = Opening.info(userDefined("My grid|My datum|", 6378137));

        assertThat(info.crs()).contains(CrsDefinition.builder().name("My grid").build());
    }

    @Test
    void tellsThatAnotherBodyIsNotTheEarth() {
        RasterInfo info = Opening.info(userDefined("Selene|Moon datum|", 1737400));

        assertThat(info.crs())
                .contains(CrsDefinition.builder()
                        .name("Selene")
                        .terrestrial(false)
                        .build());
    }

    @Test
    void takesACitationWithoutAModelForALocalSystem() {
        RasterInfo info = Opening.info(TiffImage.of(4, 4)
                .tag(TagId.GEO_KEY_DIRECTORY, FieldType.SHORT, 1, 1, 0, 1, 1026, ASCII_PARAMS, 6, 0)
                .text(TagId.GEO_ASCII_PARAMS, "plant|"));

        assertThat(info.crs())
                .contains(
                        CrsDefinition.builder().name("plant").terrestrial(false).build());
    }

    @Test
    void givesNoSystemWithoutKeys() {
        assertThat(Opening.info(TiffImage.of(4, 4)).crs()).isEmpty();
        assertThat(Opening.info(TiffImage.of(4, 4).geoKeys(1025, 1)).crs()).isEmpty();
    }

    @Test
    void leavesOutKeysThatPointBeyondTheirTag() {
        RasterInfo info = Opening.info(TiffImage.of(4, 4).tag(TagId.GEO_KEY_DIRECTORY, FieldType.SHORT, new double[] {
            1, 1, 0, 9, 1024, 0, 1, 1, 3073, ASCII_PARAMS, 9, 99, 2057, DOUBLE_PARAMS, 1, 5
        }));

        assertThat(info.crs()).contains(CrsDefinition.builder().name("unnamed").build());
    }

    private static TiffImage userDefined(String texts, double semiMajorAxis) {
        return TiffImage.of(4, 4)
                .tag(TagId.GEO_KEY_DIRECTORY, FieldType.SHORT, new double[] {
                    1,
                    1,
                    0,
                    5,
                    1024,
                    0,
                    1,
                    1,
                    3072,
                    0,
                    1,
                    32767,
                    3073,
                    ASCII_PARAMS,
                    texts.indexOf('|') + 1,
                    0,
                    2049,
                    ASCII_PARAMS,
                    9,
                    8,
                    2057,
                    DOUBLE_PARAMS,
                    1,
                    0
                })
                .tag(TagId.GEO_DOUBLE_PARAMS, FieldType.DOUBLE, semiMajorAxis)
                .text(TagId.GEO_ASCII_PARAMS, texts);
    }
}
