package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.crs.GeoKeys;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
}
