package io.stacgenerator.internal.proj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions of PROJ 9.1.1. */
final class OwnMapTest {

    private static final double MILLIMETER = 1e-3;
    private static final double MILLIMETER_IN_DEGREES = 1e-8;

    @ParameterizedTest
    @CsvSource({
        "+proj=sinu +lon_0=20 +x_0=1000 +ellps=WGS84, -60, -33, -7475257.179693913, -3652748.043177037",
        "+proj=poly +lat_0=0 +lon_0=-54 +x_0=5000000 +y_0=10000000 +ellps=GRS80, -47, -15, 5752727.968107221, 8329108.521972241",
        "+proj=poly +lat_0=30 +lon_0=-96 +ellps=GRS80, -100, 0, -445277.9631730935, -3320113.397845061",
        "+proj=eqdc +lat_0=39 +lon_0=-96 +lat_1=33 +lat_2=45 +ellps=GRS80, -120, 48, -1783818.075243532, 1235983.5486497057",
        "+proj=eqdc +lat_0=-32 +lon_0=-60 +lat_1=-5 +lat_2=-42 +ellps=GRS80, -50, -20, 994651.322734487, 1295440.669655471",
        "+proj=eqdc +lat_1=60 +lat_2=60 +R=6371000, 12, 50, 864098.6477100813, 5638326.962597468",
        "+proj=eqc +lat_ts=60 +lat_0=10 +lon_0=5 +ellps=WGS84, -170, -80, -9740455.44441144, -10018754.171394622",
        "+proj=mill +lon_0=10 +ellps=WGS84, -100, 70, -12231455.717590008, 9437458.074062789",
        "+proj=vandg +R_A +ellps=WGS84, 130, -65, 11946686.807930745, -9974649.73410856",
        "+proj=ortho +lat_0=40 +lon_0=-5 +ellps=WGS84, 30, 60, 1833783.8556094212, 2551257.62201293",
        "+proj=geos +sweep=x +lon_0=-75 +h=35786023 +ellps=GRS80, -100, 40, -1947935.1489797733, 3852931.246131861",
        "+proj=geos +lon_0=9.5 +h=35785831 +x_0=100 +y_0=200 +a=6378169 +b=6356583.8, 30, -30, 1871640.914650726, -3055520.275680894",
        "+proj=eqearth +lon_0=150 +R=6371000, -60, 80, 8867779.926807035, 8207193.531119233",
        "+proj=col_urban +lat_0=4.68 +lon_0=-74.15 +x_0=92334.879 +y_0=109320.965 +h_0=2550 +ellps=GRS80, -74.1, 4.7, 97884.47979914569, 111533.68603759659",
        "+proj=moll +lon_0=11 +ellps=WGS84, -100, 85, -2301087.8247907097, 8824978.852256801",
        "+proj=goode +ellps=WGS84, 100, 60, 6485639.305153724, 6539993.359728803",
        "+proj=igh +ellps=WGS84, -60, -55, -6679169.447596414, -6049791.83645629",
        "+proj=igh +ellps=WGS84, -60, 30, -7275728.800794443, 3339584.723798207",
        "+proj=igh_o +lon_0=-160 +ellps=WGS84, 30, 60, -17530420.502604418, 6539970.861689825",
        "+proj=tpeqd +lat_1=0 +lon_1=0 +lat_2=60 +lon_2=60 +ellps=WGS84, 100, -20, 1785693.029436643, -9302959.746130602",
        "+proj=tpeqd +lat_1=42 +lon_1=-80 +lat_2=-10 +lon_2=-190 +x_0=1000 +y_0=-20 +ellps=GRS80 +units=us-ft, -150, 60, -6356416.925351344, -8636700.094633086",
        "+proj=sinu +R=6371007.181 +units=us-ft, 70, 10, 25148907.87079818, 3648124.330267335",
        "+proj=poly +lon_0=2 +ellps=GRS80 +pm=-10 +units=km, -5, 50, 215.02959301056524, 5545.160037572808"
    })
    void agreesWithProjThereAndBack(String projString, double longitude, double latitude, double x, double y) {
        Wgs84Transform transform = Wgs84Transform.of(projString);
        double[] p = new double[2];

        assertThat(transform.toLonLatAndBack(x, y, p)).isTrue();
        assertThat(p[0]).isCloseTo(longitude, within(MILLIMETER_IN_DEGREES));
        assertThat(p[1]).isCloseTo(latitude, within(MILLIMETER_IN_DEGREES));
        assertThat(transform.fromLonLat(longitude, latitude, p)).isTrue();
        assertThat(p[0]).isCloseTo(x, within(MILLIMETER));
        assertThat(p[1]).isCloseTo(y, within(MILLIMETER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+proj=sinu +R=6371007",
                "+proj=moll +R=6371007",
                "+proj=igh +R=6371007",
                "+proj=vandg +R=6371007",
                "+proj=ortho +lat_0=40 +lon_0=-5 +ellps=WGS84",
                "+proj=geos +h=35786023 +ellps=GRS80",
                "+proj=eqearth +ellps=WGS84",
                "+proj=tpeqd +lat_1=0 +lon_1=0 +lat_2=60 +lon_2=60 +ellps=WGS84"
            })
    void hasNoPlaceOutsideOfTheMap(String projString) {
        assertThat(Wgs84Transform.of(projString).toLonLatAndBack(2.1e7, 1.9e7, new double[2]))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+proj=geos +ellps=GRS80",
                "+proj=eqdc +lat_2=20 +ellps=GRS80",
                "+proj=sinu +h=3 +ellps=GRS80",
                "+proj=tpeqd +lat_1=3 +lon_1=4 +ellps=GRS80",
                "+proj=tpeqd +lat_1=3 +lon_1=-170 +lat_2=4 +lon_2=170 +ellps=GRS80",
                "+proj=tpeqd +lat_1=3 +lon_1=4 +lat_2=5 +lon_2=6 +lon_0=7 +ellps=GRS80",
                "+proj=sinu +axis=wsu +ellps=GRS80",
                "+proj=gnom +lat_0=90 +ellps=WGS84"
            })
    void refusesWhatItCannotTakeAsProjDoes(String projString) {
        assertThatThrownBy(() -> Wgs84Transform.of(projString)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsLongitudesOnBeyondTheEdgeOfACylinder() {
        Wgs84Transform transform = Wgs84Transform.of("+proj=eqc +lat_ts=60 +lon_0=170 +R=6371000");
        double[] p = new double[2];

        assertThat(transform.toLonLat(Math.toRadians(30) * 6_371_000 / 2, 0, p)).isTrue();
        assertThat(p[0]).isCloseTo(200, within(1e-9));
    }
}
