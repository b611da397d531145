package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresGdal
final class GdalCrsEngineTest {

    @Test
    void systemsAreWrittenAsWellKnownText() {
        CrsDefinition crs = CrsDefinition.builder()
                .projString("+proj=aea +lat_1=29.5 +lat_2=45.5 +datum=WGS84")
                .build();

        assertThat(new GdalCrsEngine().wkt2(crs))
                .hasValueSatisfying(
                        wkt2 -> assertThat(wkt2).startsWith("PROJCRS[").contains("METHOD[\"Albers Equal Area\""));
    }

    @Test
    void systemThatIsNotDefinedHasNoText() {
        assertThat(new GdalCrsEngine()
                        .wkt2(CrsDefinition.builder().name("My grid").build()))
                .isEmpty();
    }

    /** Java takes the byte 0x81 for part of a character when it counts them, and leaves out the end. */
    @Test
    void systemWhoseNamesAreNotUtf8IsWrittenWithoutProjjson(@TempDir Path folder) throws IOException {
        Path image = Files.write(folder.resolve("a.dat"), new byte[2]);
        String system = "PROJCS[\"mine\",GEOGCS[\"NAD27\",DATUM[\"North_American_Datum_1927\","
                + "SPHEROID[\"Clarke 1866\",6378206.4,294.978698213898]],PRIMEM[\"Greenwich\",0],"
                + "UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Mine\u0081\"],UNIT[\"metre\",1]]";
        String header = """
                ENVI
                samples = 2
                lines = 1
                bands = 1
                data type = 1
                map info = {mine, 1, 1, 0, 0, 1, 1}
                coordinate system string = {%s}
                """.formatted(system);
        Files.writeString(folder.resolve("a.hdr"), header, StandardCharsets.ISO_8859_1);

        CrsDefinition crs = Fixtures.info(image).crs().orElseThrow();

        assertThat(crs.wkt2()).hasValueSatisfying(wkt2 -> assertThat(wkt2).startsWith("PROJCRS[\"mine\""));
        assertThat(crs.projjson()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1024 1 2048 4267 3072 32767 3074 16010 3076 9001, EPSG:26710",
        "1024 1 2048 4267 3072 32767 3074 16010 3076 9003,",
        "1024 2 2048 32767 2050 6326 2054 9102, EPSG:4326",
        "1024 2 2048 32767 2050 6326 2054 9101,",
        "1024 2 2048 32767 2050 6326 2054 9104,"
    })
    void systemInOtherUnitsThanThoseOfACodeDoesNotHaveIt(String keys, @Nullable String code) {
        long[] pairs =
                Arrays.stream(keys.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        LongStream directory = IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> LongStream.of(pairs[2 * i], 0, 1, pairs[2 * i + 1]))
                .flatMapToLong(key -> key);
        long[] all = LongStream.concat(LongStream.of(1, 1, 0, pairs.length / 2), directory)
                .toArray();

        CrsDefinition crs = new GdalCrsEngine()
                .read(GeoKeys.of(all, new double[0], "").orElseThrow())
                .orElseThrow();

        assertThat(crs.code().orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"6378137, 298.2572236, EPSG:32632", "6377563.396, 299.3249646,"})
    void systemOnTheEllipsoidOfAnotherDoesNotHaveItsCode(String semiMajor, String inverse, @Nullable String code) {
        String text = "PROJCRS[\"mine\",BASEGEOGCRS[\"mine\",DATUM[\"World Geodetic System 1984\","
                + "ELLIPSOID[\"mine\",%s,%s]]],".formatted(semiMajor, inverse)
                + "CONVERSION[\"UTM zone 32N\",METHOD[\"Transverse Mercator\"],"
                + "PARAMETER[\"Latitude of natural origin\",0,ANGLEUNIT[\"degree\",0.0174532925199433]],"
                + "PARAMETER[\"Longitude of natural origin\",9,ANGLEUNIT[\"degree\",0.0174532925199433]],"
                + "PARAMETER[\"Scale factor at natural origin\",0.9996,SCALEUNIT[\"unity\",1]],"
                + "PARAMETER[\"False easting\",500000,LENGTHUNIT[\"metre\",1]],"
                + "PARAMETER[\"False northing\",0,LENGTHUNIT[\"metre\",1]]],"
                + "CS[Cartesian,2],AXIS[\"x\",east],AXIS[\"y\",north],LENGTHUNIT[\"metre\",1]]";

        CrsDefinition crs = new GdalCrsEngine().read(text).orElseThrow();

        assertThat(crs.code().orElse(null)).isEqualTo(code);
    }
}
