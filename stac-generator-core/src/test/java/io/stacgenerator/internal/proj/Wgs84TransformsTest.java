package io.stacgenerator.internal.proj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Wgs84TransformsTest {

    @Test
    void transformIsMadeOnce() {
        assertThat(Wgs84Transforms.of(CrsDefinition.epsg(32633)))
                .isSameAs(Wgs84Transforms.of(CrsDefinition.epsg(32633)));
    }

    @Test
    void listedCodeWinsOverTheDefinition() {
        CrsDefinition crs = CrsDefinition.builder()
                .code("EPSG:4326")
                .projString("+proj=utm +zone=32 +datum=WGS84")
                .build();

        assertThat(Wgs84Transforms.of(crs).geographic()).isTrue();
    }

    @Test
    void projStringStandsInForCodeOfAnotherAuthority() {
        CrsDefinition crs = CrsDefinition.builder()
                .code("ESRI:102001")
                .projString("+proj=aea +lat_0=40 +lon_0=-96 +lat_1=50 +lat_2=70 +datum=NAD83 +units=m")
                .build();
        double[] p = new double[2];

        Wgs84Transforms.of(crs).toLonLat(0, 0, p);

        assertThat(p[0]).isCloseTo(-96, within(1e-9));
        assertThat(p[1]).isCloseTo(40, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG:4381 | EPSG:4381 RGNC 1991 (3D) is off by up to 7",
                "EPSG:29701 | EPSG:29701 Tananarive (Paris) / Laborde Grid cannot be transformed",
                "EPSG:999999 | EPSG:999999 is unknown",
                "ESRI:54099 | ESRI:54099 is unknown",
                "IAU_2015:49900 | IAU_2015:49900 is unknown",
                "EPSG:99999999999999 | EPSG:99999999999999 is unknown"
            })
    void refusalNamesSystemErrorAndRemedy(String code, String message) {
        CrsDefinition crs = CrsDefinition.of(code);

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> Wgs84Transforms.of(crs))
                .withMessageStartingWith(message)
                .withMessageContaining("scripts/install-gdal")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CRS_UNSUPPORTED));
    }

    @Test
    void withdrawnCodeHasTheDefinitionThatItHad() {
        double[] p = new double[2];

        assertThat(Wgs84Transforms.of(CrsDefinition.epsg(3408)).toLonLat(1_000_000, -1_000_000, p))
                .isTrue();
        assertThat(p[0]).isCloseTo(45, within(1e-9));
        assertThat(p[1]).isCloseTo(77.25587, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "24819, 813128, 1377031, true",
        "24819, 500000, 1000000, false",
        "2170, 499613, 5111728, true",
        "2170, 499613, 5180000, false",
        "4269, 0, 0, false"
    })
    void shiftOfDatumIsUnknownOutsideTheAreasOfAll(int code, double x, double y, boolean unknown) {
        Wgs84Transform transform = Wgs84Transforms.of(CrsDefinition.epsg(code));

        assertThat(transform.quality().ballpark()).isFalse();
        assertThat(transform.at(x, y).quality().ballpark()).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "4272, 174.8, -41.3, 174.80019049111877, -41.29827607321851",
        "4272, 168.1, -46.2, 168.10007911083855, -46.19841005700488",
        "27200, 2477671.24254809, 5745380.15566106, 172.600130191948, -43.498326126048504",
        "4314, 9.5, 52.1, 9.498861308372588, 52.09861713327858",
        "31467, 3441352.859911427, 5418261.654639163, 8.199084419707644, 48.898968370378874",
        "31466, 2562897.6784090004, 5674138.068674064, 6.899245061690246, 51.19871518561751",
        "4275, 2.3, 48.8, 2.2992936358140796, 48.799933737499906",
        "4275, -1.1, 44.2, -1.1008134356033075, 44.19995102305514"
    })
    void gridsOfProjAreUsedWhereTheyAreInstalled(int code, double x, double y, double longitude, double latitude) {
        assumeThat(Path.of("/usr/share/proj/ntf_r93.gsb")).isReadable();
        Wgs84Transform transform = Wgs84Transforms.of(CrsDefinition.epsg(code)).at(x, y);
        double[] p = new double[2];

        assertThat(transform.toLonLatAndBack(x, y, p)).isTrue();
        assertThat(p[0]).isCloseTo(longitude, within(1e-7));
        assertThat(p[1]).isCloseTo(latitude, within(5e-8));
        assertThat(transform.quality().error()).isZero();
        assertThat(Wgs84Transforms.of(CrsDefinition.epsg(4272))
                        .at(0, 0)
                        .quality()
                        .error())
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"4169, -170.7, -14.3, true", "4326, 9, 50, false", "4603, -61.7, 12.1, true", "4603, -61.4, 12.5, false"
    })
    void operationIsNamedWhereItIsThatOfThePlace(int code, double x, double y, boolean named) {
        ShiftQuality quality =
                Wgs84Transforms.of(CrsDefinition.epsg(code)).at(x, y).quality();

        assertThat(quality.title().isPresent()).isEqualTo(named);
    }

    @Test
    void listedSystemOnAnOldDatumWithoutAnyShiftIsBallpark() {
        assertThat(Wgs84Transforms.of(CrsDefinition.epsg(2492)).quality().ballpark())
                .isTrue();
    }

    @Test
    void definitionThatProj4jDoesNotUnderstandIsRefused() {
        CrsDefinition crs = CrsDefinition.builder()
                .name("Natural Earth")
                .projString("+proj=natearth +datum=WGS84")
                .build();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> Wgs84Transforms.of(crs))
                .withMessageContaining("Natural Earth")
                .withMessageContaining("projection natearth");
    }

    @Test
    void systemOfAnotherPlanetIsRefused() {
        CrsDefinition mars = CrsDefinition.builder()
                .name("Mars")
                .projString("+proj=longlat +R=3396190")
                .terrestrial(false)
                .build();

        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> Wgs84Transforms.of(mars))
                .withMessageContaining("not tied to the Earth");
    }

    @ParameterizedTest
    @CsvSource({"28191, 170000, 126000", "32633, 500000, 5000000", "2056, 2600000, 1200000", "26717, 500000, 4500000"})
    void oneTransformServesManyThreads(int code, double x, double y) throws Exception {
        Wgs84Transform transform = Wgs84Transforms.of(CrsDefinition.epsg(code));
        double[] expected = new double[2];
        transform.toLonLat(x, y, expected);
        Callable<Long> many = () -> IntStream.range(0, 20_000)
                .filter(i -> {
                    double[] p = new double[2];
                    transform.toLonLat(x + i, y - i, p);
                    transform.toLonLat(x, y, p);
                    return p[0] != expected[0] || p[1] != expected[1];
                })
                .count();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Long> wrong : threads.invokeAll(List.of(many, many, many, many))) {
                assertThat(wrong.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
