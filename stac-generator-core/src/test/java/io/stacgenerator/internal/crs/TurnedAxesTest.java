package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Projections whose coordinates may grow to the south and west. The numbers are those of PROJ 9.1.1. */
final class TurnedAxesTest {

    private static final String WKT1 = "PROJCS['mine',GEOGCS['mine',DATUM['mine',"
            + "SPHEROID['Bessel 1841',6377397.155,299.1528128]],PRIMEM['Greenwich',0],"
            + "UNIT['degree',0.0174532925199433]],PROJECTION['%s'],%sUNIT['metre',1]%s]";
    private static final String KROVAK = "PARAMETER['latitude_of_center',49.5],"
            + "PARAMETER['longitude_of_center',24.83333333333333],PARAMETER['azimuth',30.2881397527778],"
            + "PARAMETER['pseudo_standard_parallel_1',78.5],PARAMETER['scale_factor',0.9999],";
    private static final String TURNED =
            "PARAMETER['X_Scale',-1],PARAMETER['Y_Scale',1],PARAMETER['XY_Plane_Rotation',90],";
    private static final String STRAIGHT =
            "PARAMETER['X_Scale',1],PARAMETER['Y_Scale',1],PARAMETER['XY_Plane_Rotation',0],";
    private static final String WKT2 = "PROJCRS['mine',BASEGEOGCRS['mine',DATUM['mine',"
            + "ELLIPSOID['Bessel 1841',6377397.155,299.1528128]]],CONVERSION['mine',METHOD['%s'],"
            + "PARAMETER['Latitude of projection centre',49.5,ANGLEUNIT['degree',0.0174532925199433]],"
            + "PARAMETER['Longitude of origin',24.83333333333333,ANGLEUNIT['degree',0.0174532925199433]],"
            + "PARAMETER['Co-latitude of cone axis',30.2881397527778,ANGLEUNIT['degree',0.0174532925199433]],"
            + "PARAMETER['Latitude of pseudo standard parallel',78.5,ANGLEUNIT['degree',0.0174532925199433]],"
            + "PARAMETER['Scale factor on pseudo standard parallel',0.9999,SCALEUNIT['unity',1]]],"
            + "CS[Cartesian,2],%sLENGTHUNIT['metre',1]]";

    @ParameterizedTest
    @CsvSource({
        "WKT1_EAST_NORTH, -703105.6899, -1058219.6008",
        "WKT1_SOUTH_WEST, 1058219.6008, 703105.6899",
        "WKT1_WITHOUT_AXES, 1058219.6008, 703105.6899",
        "ESRI_EAST_NORTH, -703105.6899, -1058219.6008",
        "ESRI_SOUTH_WEST, 1058219.6008, 703105.6899",
        "WKT2_EAST_NORTH, -703105.6899, -1058219.6008",
        "WKT2_SOUTH_WEST, 1058219.6008, 703105.6899"
    })
    void krovakIsReadInEachForm(Form form, double x, double y) {
        CrsDefinition crs = read(form.text);

        assertLocated(crs, x, y);
        crs.projjson().ifPresent(json -> assertLocated(read(JsonText.compact(json)), x, y));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.3", "30.28"})
    void krovakOfAnotherConeIsRefused(String cone) {
        CrsDefinition crs = read(Form.WKT1_EAST_NORTH.text.replace("30.2881397527778", cone));

        assertThat(crs.projString()).isEmpty();
    }

    @Test
    void krovakTurnedOtherwiseIsRefused() {
        CrsDefinition crs = read(Form.ESRI_EAST_NORTH.text.replace("\"X_Scale\",-1", "\"X_Scale\",1"));

        assertThat(crs.projString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'AXIS[''x'',WEST],AXIS[''y'',SOUTH]', true", "'AXIS[''x'',EAST],AXIS[''y'',NORTH]', false"})
    void transverseMercatorToTheSouthNeedsItsAxes(String axes, boolean read) {
        String text =
                WKT1.formatted("Transverse_Mercator_South_Orientated", "PARAMETER['central_meridian',29],", "," + axes);

        assertThat(read(text.replace('\'', '"')).projString().isPresent()).isEqualTo(read);
    }

    private static CrsDefinition read(String text) {
        return DefinitionText.read(text, new NoEngine(), new ArrayList<>()).orElseThrow();
    }

    private static void assertLocated(CrsDefinition crs, double x, double y) {
        double[] lonLat = new double[2];
        assertThat(Wgs84Transforms.of(crs).toLonLat(x, y, lonLat)).isTrue();
        assertThat(lonLat[0]).isCloseTo(15, within(1e-8));
        assertThat(lonLat[1]).isCloseTo(50, within(1e-8));
    }

    enum Form {
        WKT1_EAST_NORTH(WKT1.formatted("Krovak", KROVAK, ",AXIS['X',EAST],AXIS['Y',NORTH]")),
        WKT1_SOUTH_WEST(WKT1.formatted("Krovak", KROVAK, ",AXIS['X',SOUTH],AXIS['Y',WEST]")),
        WKT1_WITHOUT_AXES(WKT1.formatted("Krovak", KROVAK, "")),
        ESRI_EAST_NORTH(WKT1.formatted("Krovak", KROVAK + TURNED, "")),
        ESRI_SOUTH_WEST(WKT1.formatted("Krovak", KROVAK + STRAIGHT, "")),
        WKT2_EAST_NORTH(WKT2.formatted("Krovak (North Orientated)", "AXIS['x',east],AXIS['y',north],")),
        WKT2_SOUTH_WEST(WKT2.formatted("Krovak", "AXIS['x',south],AXIS['y',west],"));

        private final String text;

        Form(String text) {
            this.text = text.replace('\'', '"');
        }
    }
}
