package io.stacgenerator.internal.crs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WKT 1 with a code and {@code TOWGS84}, as GDAL wrote it until version 2. */
final class CodeNextToShiftTest {

    private static final String WKT =
            "PROJCS[\"%1$s\",GEOGCS[\"%1$s\",DATUM[\"%1$s\",SPHEROID[\"%1$s\",%2$s],TOWGS84[%3$s]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"%4$s\"],PARAMETER[\"central_meridian\",%5$s],"
                    + "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",%6$s],PARAMETER[\"false_northing\",0],"
                    + "UNIT[\"metre\",1],AUTHORITY[\"EPSG\",\"%7$d\"]]";

    @ParameterizedTest
    @CsvSource({
        "'6378137,0', '0,0,0,0,0,0,0', Mercator_1SP, 0, 0, 3785, EPSG:3785, ",
        "'6377397.155,299.1528128', '598.1,73.7,418.2,0.202,0.045,-2.455,6.7', Transverse_Mercator, 9, 3500000, 31467, EPSG:31467, ",
        "'6377397.155,299.1528128', '698.1,73.7,418.2,0.202,0.045,-2.455,6.7', Transverse_Mercator, 9, 3500000, 31467, EPSG:31467, the code is used",
        "'6377397.155,299.1528128', '5598.1,73.7,418.2,0.202,0.045,-2.455,6.7', Transverse_Mercator, 9, 3500000, 31467, , the parameters are used"
    })
    void theCodeCountsUnlessTheShiftLeadsFarAway(
            String figure,
            String shift,
            String method,
            String meridian,
            String easting,
            int code,
            String expected,
            String warning) {
        List<Warning> warnings = new ArrayList<>();
        String text = WKT.formatted("a", figure, shift, method, meridian, easting, code);
        CrsDefinition crs = DefinitionText.read(text, new NoEngine(), warnings).orElseThrow();

        assertThat(crs.code().orElse(null)).isEqualTo(expected);
        assertThat(warnings)
                .extracting(Warning::message)
                .allMatch(message -> warning != null && message.endsWith(warning))
                .hasSize(warning == null ? 0 : 1);
    }
}
