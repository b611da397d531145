package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that files define themselves, by projections of our own, get the code of what they equal. */
final class RecognizedByContentTest {

    private static final String WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SIRGAS_2000_Brazil_Polyconic; GCS_SIRGAS_2000; D_SIRGAS_2000; GRS_1980,6378137.0,298.257222101; Polyconic; 5000000; 10000000; -54; Latitude_Of_Origin=0; EPSG:5880",
                "USA_Contiguous_Equidistant_Conic; GCS_North_American_1983; D_North_American_1983; GRS_1980,6378137.0,298.257222101; Equidistant_Conic; 0; 0; -96; Standard_Parallel_1=33 Standard_Parallel_2=45 Latitude_Of_Origin=39; ESRI:102005",
                "World_Mollweide; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Mollweide; 0; 0; 0; ; ESRI:54009",
                "World_Sinusoidal; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Sinusoidal; 0; 0; 0; ; ESRI:54008",
                "Sphere_Van_der_Grinten_I; GCS_Sphere; D_Sphere; Sphere,6371000.0,0.0; Van_der_Grinten_I; 0; 0; 0; ; ESRI:53029",
                "WGS_1984_Equal_Earth_Greenwich; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Equal_Earth; 0; 0; 0; ; EPSG:8857",
                "WGS_1984_Web_Mercator_Auxiliary_Sphere; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Mercator_Auxiliary_Sphere; 0; 0; 0; Standard_Parallel_1=0.0 Auxiliary_Sphere_Type=0.0; EPSG:3857",
                "DHDN_3_Degree_Gauss_Zone_3; GCS_Deutsches_Hauptdreiecksnetz; D_Deutsches_Hauptdreiecksnetz; Bessel_1841,6377397.155,299.1528128; Gauss_Kruger; 3500000; 0; 9; Scale_Factor=1.0 Latitude_Of_Origin=0.0; EPSG:31467",
                "CH1903+_LV95; GCS_CH1903+; D_CH1903+; Bessel_1841,6377397.155,299.1528128; Hotine_Oblique_Mercator_Azimuth_Center; 2600000; 1200000; ; Scale_Factor=1.0 Azimuth=90.0 Longitude_Of_Center=7.43958333333333 Latitude_Of_Center=46.9524055555556; EPSG:2056",
                "World_Behrmann; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Behrmann; 0; 0; 0; Standard_Parallel_1=30.0; ESRI:54017",
                "South_Pole_Orthographic; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Orthographic; 0; 0; ; Longitude_Of_Center=0.0 Latitude_Of_Center=-90.0; ESRI:102037",
                "World_Mollweide; GCS_WGS_1984; D_WGS_1984; WGS_1984,6378137.0,298.257223563; Mollweide; 0; 0; 1; ; "
            })
    void systemWithTheParametersOfACodeHasThatCode(
            String name,
            String geographic,
            String datum,
            String figure,
            String method,
            double easting,
            double northing,
            Double meridian,
            String others,
            String code) {
        String wkt = ("PROJCS[\"%s\",GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"%s\"],PARAMETER[\"False_Easting\",%s],"
                        + "PARAMETER[\"False_Northing\",%s],%s%sUNIT[\"Meter\",1.0]]")
                .formatted(
                        name,
                        geographic,
                        datum,
                        figure.replaceFirst(",", "\","),
                        method,
                        easting,
                        northing,
                        meridian == null ? "" : "PARAMETER[\"Central_Meridian\",%s],".formatted(meridian),
                        others == null ? "" : others.replaceAll("(\\S+)=(\\S+) ?", "PARAMETER[\"$1\",$2],"));

        CrsDefinition crs = DefinitionText.read(wkt, new NoEngine(), new ArrayList<>())
                .map(ReferenceSystems::recognized)
                .orElseThrow();

        assertThat(crs.code().orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "PARAMETER['Longitude_Of_Center',-137.0],PARAMETER['Height',35786023.0],PARAMETER['Option',1.0],UNIT['Meter',1.0]; x",
                "PARAMETER['Longitude_Of_Center',-137.0],PARAMETER['Height',35786023.0],PARAMETER['Option',0.0],UNIT['Meter',1.0]; y",
                "PARAMETER['central_meridian',-137],PARAMETER['satellite_height',35786023],UNIT['metre',1]; y",
                "PARAMETER['central_meridian',-137],PARAMETER['satellite_height',35786023],UNIT['metre',1],EXTENSION['PROJ4','+proj=geos +sweep=x +lon_0=-137 +h=35786023']; x"
            })
    void viewsOfGeostationarySatellitesAreUnderstood(String parameters, String sweep) {
        String wkt = "PROJCS[\"unknown\"," + WGS84 + ",PROJECTION[\"Geostationary_Satellite\"],"
                + parameters.replace('\'', '"') + "]";

        assertThat(DefinitionText.read(wkt, new NoEngine(), new ArrayList<>()).flatMap(CrsDefinition::projString))
                .hasValueSatisfying(proj -> assertThat(proj)
                        .startsWith("+proj=geos +sweep=%s +lon_0=-137 +h=35786023 +x_0=0 +y_0=0 ".formatted(sweep)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "any; Mercator_1SP; EXTENSION['PROJ4','+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +nadgrids=@null +wktext']",
                "Google; Mercator_2SP; PARAMETER['standard_parallel_1',0],EXTENSION['PROJ4','+proj=merc +a=6378137 +b=6378137 +nadgrids=@null']",
                "WGS 84 / Pseudo-Mercator; Mercator_1SP; PARAMETER['scale_factor',1]",
                "WGS_1984_Web_Mercator; Mercator; PARAMETER['Standard_Parallel_1',0.0]"
            })
    void webMercatorIsKnownByItsExtensionAndName(String name, String method, String rest) {
        String wkt = "PROJCS[\"%s\",%s,PROJECTION[\"%s\"],PARAMETER[\"central_meridian\",0],UNIT[\"metre\",1],%s]"
                .formatted(name, WGS84, method, rest.replace('\'', '"'));

        assertThat(DefinitionText.read(wkt, new NoEngine(), new ArrayList<>()).flatMap(CrsDefinition::projString))
                .contains("+proj=merc +lon_0=0 +x_0=0 +y_0=0 +a=6378137 +b=6378137 +no_defs");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:EPSG::32633, EPSG:32633",
        "urn:ogc:def:crs:EPSG:9.8.3:32633, EPSG:32633",
        "urn:ogc:def:crs:OGC:1.3:CRS84, OGC:CRS84",
        "http://www.opengis.net/def/crs/EPSG/0/32633, EPSG:32633",
        "wgs84, EPSG:4326",
        "EPSG:28992+5709, EPSG:7415",
        "EPSG:32633+5773, EPSG:32633"
    })
    void namesOfCodesAreThoseCodes(String name, String code) {
        assertThat(DefinitionText.read(name, new NoEngine(), new ArrayList<>()).flatMap(CrsDefinition::code))
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\n", "\t", "\uD800", "\0"})
    void oddCharactersInNamesAreNoError(String odd) {
        String wkt = "PROJCS[\"a" + odd + "b\"," + WGS84 + ",PROJECTION[\"Mollweide\"],"
                + "PARAMETER[\"Central_Meridian\",7],UNIT[\"Meter\",1.0]]";

        assertThat(ReferenceSystems.read(wkt, new ArrayList<>())).isPresent();
        assertThat(ReferenceSystems.transform(
                                ReferenceSystems.read(wkt, new ArrayList<>()).orElseThrow())
                        .geographic())
                .isFalse();
    }
}
