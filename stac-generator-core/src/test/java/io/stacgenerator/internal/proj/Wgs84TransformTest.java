package io.stacgenerator.internal.proj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Wgs84TransformTest {

    private static final Offset<Double> CENTIMETER_IN_DEGREES = within(1e-7);
    private static final Offset<Double> CENTIMETER = within(0.01);

    /** Coordinates computed by PROJ 9.1.1. */
    @ParameterizedTest
    @CsvSource({
        "+proj=tmerc +lat_0=10 +lon_0=15 +k=0.9999 +R=6370000, 104466.2669, 1111975.3772, 16, 20",
        "+proj=tmerc +lon_0=15 +ellps=WGS84 +axis=wsu, -104651.1843, 2212678.6276, 16, -20",
        "+proj=aea +lat_1=30 +lat_2=60 +lat_0=40 +lon_0=20 +R=6370000, -893871.0222, -515214.2588, 10, 35",
        "+proj=stere +lat_0=0 +lon_0=20 +k=0.9999 +ellps=WGS84, 554835.6751, -776417.0641, 25, -7",
        "+proj=stere +lat_0=90 +lon_0=20 +k=0.97 +ellps=WGS84, 1609292.4680, -283761.6820, 100, 75",
        "+proj=stere +lat_0=-90 +lat_ts=-60 +lon_0=20 +ellps=WGS84, 1548021.6796, 272957.9888, 100, -75",
        "+proj=merc +lon_0=20 +lat_ts=40 +ellps=WGS84, 426969.2848, 2671208.3800, 25, 30",
        "+proj=omerc +lat_0=40 +lonc=20 +alpha=30 +gamma=25 +k=0.9996 +x_0=1000 +y_0=2000 +ellps=WGS84, 376812.8525, "
                + "381126.6399, 25, 43",
        "+proj=omerc +no_uoff +lat_0=45.3 +lonc=-86 +alpha=337.25556 +gamma=337.25556 +k=0.9996 +ellps=GRS80, "
                + "-1883465.6184, 4628186.4943, -84, 43",
        "+proj=geos +h=35786023 +lon_0=-75 +sweep=x +ellps=GRS80, 1384660.2919, 3073407.1338, -60, 30",
        "+proj=geos +h=35785831 +lon_0=0 +ellps=GRS80, -1312024.3889, 4515941.7094, -20, 50",
        "+proj=aeqd +lat_0=40 +lon_0=170 +ellps=WGS84, 1564162.1233, 738865.9767, -170, 45",
        "+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +k=0.9999 +ellps=bessel +alpha=30.2881397527778, "
                + "-572077.1374, -1185385.3642, 17, 49",
        "+proj=moll +lon_0=20 +ellps=WGS84, -7782767.1662, 6876758.9933, -100, 60",
        "+proj=robin +lon_0=20 +R=6370000, 6551348.2288, -5320099.8622, 100, -50",
        "+proj=eqc +lon_0=20 +R=6370000, 8894197.8682, -5558873.6676, 100, -50",
        "+proj=sinu +lon_0=0 +R=6371007.181, 5559752.5988, 6671703.1186, 100, 60",
        "+proj=lcc +lat_1=38.5 +lat_2=38.5 +lat_0=38.5 +lon_0=-97.5 +R=6371229, -1212906.3367, -866089.8722, -110, 30",
        "+proj=laea +lat_0=40 +lon_0=20 +R=6370000, 3338944.3915, -2815371.8370, 50, 10",
        "+proj=cass +lat_0=10 +lon_0=20 +ellps=intl, 108906.7643, 221430.0060, 21, 12",
        "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext "
                + "+no_defs, 1113194.9079, 6800125.4544, 10, 52"
    })
    void projStringsGiveWhatProjGives(String projString, double x, double y, double longitude, double latitude) {
        Wgs84Transform transform = Wgs84Transform.of(projString);
        double[] p = new double[2];

        assertThat(transform.toLonLat(x, y, p)).isTrue();
        assertThat(p[0]).isCloseTo(longitude, CENTIMETER_IN_DEGREES);
        assertThat(p[1]).isCloseTo(latitude, CENTIMETER_IN_DEGREES);
        assertThat(transform.fromLonLat(longitude, latitude, p)).isTrue();
        assertThat(p[0]).isCloseTo(x, CENTIMETER);
        assertThat(p[1]).isCloseTo(y, CENTIMETER);
        assertThat(transform.toLonLatAndBack(x, y, p)).isTrue();
    }

    @Test
    void datumShiftOfThePlaceIsUsed() {
        Wgs84Transform transform = Wgs84Transform.of("+proj=longlat +ellps=clrk66", "-100,20,-90,50:-8,160,176;");
        double[] p = new double[2];

        transform.toLonLat(-95, 40, p);
        assertThat(p[0]).isNotCloseTo(-95, within(1e-4));
        transform.toLonLat(-80, 40, p);
        assertThat(p[0]).isCloseTo(-80, within(1e-12));
    }

    @Test
    void geographicCoordinatesKeepTheirTurn() {
        Wgs84Transform identity = Wgs84Transform.of("+proj=longlat +datum=WGS84");
        Wgs84Transform shifted = Wgs84Transform.of("+proj=longlat +ellps=intl +towgs84=-87,-98,-121");
        double[] p = new double[2];

        identity.toLonLat(350, 10, p);
        assertThat(p[0]).isEqualTo(350);
        shifted.toLonLat(350, 10, p);
        assertThat(p[0]).isCloseTo(350, within(0.01));
        shifted.toLonLat(-179.99999, 10, p);
        assertThat(p[0]).isCloseTo(-180, within(0.01));
    }

    @Test
    void poleStaysWhereItIsUnderADatumShift() {
        double[] p = new double[2];

        Wgs84Transform.of("+proj=longlat +ellps=intl +towgs84=-87,-98,-121").toLonLat(-150, 90, p);

        assertThat(p).containsExactly(-150, 90);
    }

    @Test
    void gradsFromParisAreDegreesFromGreenwich() {
        Wgs84Transform paris = Wgs84Transform.of("+proj=longlat +ellps=GRS80 +pm=2.5 +to_degree=0.9");
        double[] p = new double[2];

        paris.toLonLat(10, 50, p);

        assertThat(p[0]).isCloseTo(11.5, within(1e-12));
        assertThat(p[1]).isCloseTo(45, within(1e-12));
        assertThat(paris.unit()).isEqualTo(0.9);
        assertThat(paris.geographic()).isTrue();
    }

    @Test
    void feetAreTheUnitOfTheMap() {
        Wgs84Transform feet = Wgs84Transform.of("+proj=tmerc +lon_0=15 +ellps=WGS84 +units=us-ft");
        double[] p = new double[2];

        feet.toLonLat(235219.7578, 18180168.1863, p);

        assertThat(p[0]).isCloseTo(16, CENTIMETER_IN_DEGREES);
        assertThat(p[1]).isCloseTo(50, CENTIMETER_IN_DEGREES);
        assertThat(feet.unit()).isCloseTo(0.3048006096, within(1e-9));
    }

    /** By a shift of datum the surface of a sphere is far above or below that of WGS 84. */
    @ParameterizedTest
    @CsvSource({
        "'+proj=merc +a=6378137 +b=6378137 +towgs84=0,0,0,0,0,0,0', 1000000, 6000000, 8.98315284, 47.54507762",
        "'+proj=merc +a=6378137 +b=6378137 +towgs84=0,0,0,0,0,0,0', 1000000, 19000000, 8.98315284, 84.21691078",
        "'+proj=merc +R=6370997 +towgs84=0,0,0', 1000000, 6000000, 8.99322029, 47.58617442",
        "'+proj=laea +a=6370997 +b=6370997 +lat_0=45 +lon_0=-100 +towgs84=0,0,0', 1000000, 6000000, 45.45381907, 76.01381445"
    })
    void spheresWithAShiftOfDatumArePlacedAsProjPlacesThem(
            String projString, double x, double y, double longitude, double latitude) {
        double[] p = new double[2];

        assertThat(Wgs84Transform.of(projString).toLonLatAndBack(x, y, p)).isTrue();
        assertThat(p[0]).isCloseTo(longitude, CENTIMETER_IN_DEGREES);
        assertThat(p[1]).isCloseTo(latitude, CENTIMETER_IN_DEGREES);
    }

    @ParameterizedTest
    @CsvSource({
        "+proj=geos +h=35785831 +lon_0=0 +ellps=GRS80, 6000000, 0",
        "+proj=moll +lon_0=0 +ellps=WGS84, 17000000, 8000000",
        "+proj=sinu +lon_0=0 +R=6371007.181, 19000000, 5000000",
        "+proj=utm +zone=32 +datum=WGS84, 100000000, 0",
        "+proj=laea +lat_0=90 +lon_0=0 +datum=WGS84, 20000000, 20000000",
        "+proj=longlat +datum=WGS84, 0, 91",
        "+proj=longlat +datum=WGS84, NaN, 0"
    })
    void positionOutsideTheDomainHasNoPlace(String projString, double x, double y) {
        assertThat(Wgs84Transform.of(projString).toLonLatAndBack(x, y, new double[2]))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+proj=nonsense",
                "+proj=ob_tran +o_proj=longlat +o_lon_p=-162 +o_lat_p=39.25 +lon_0=180 +ellps=WGS84",
                "+proj=utm +zone=32 +datum=NAD27",
                "+proj=utm +zone=32 +ellps=clrk66 +nadgrids=conus",
                "+proj=utm +zone=thirty +datum=WGS84",
                "+proj=tmerc +lon_0=NaN +datum=WGS84",
                "+proj=tmerc +lon_0=9 +units=furlong",
                "+proj=tmerc +lon_0=9 +ellps=andrae",
                "+proj=tmerc +lon_0=9 +a=6378137 +b=0",
                "+proj=tmerc +lon_0=9 +ellps=WGS84 +axis=xyz",
                "+proj=omerc +lat_1=10 +lon_1=10 +lat_2=20 +lon_2=20",
                "+proj=mill +R_A +datum=WGS84",
                "+proj=vandg +R_A +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7",
                "+proj=krovak +ellps=bessel",
                "+proj=krovak +lat_0=49.5 +lon_0=24.8 +alpha=30.3 +k=0.9999 +ellps=GRS80",
                "+proj=krovak +lat_0=49.5 +lon_0=24.8 +alpha=30.3 +k=0.9999 +datum=WGS84",
                "+proj=krovak +axis=swu +lat_0=49.5 +lon_0=24.8 +k=0.9999 +x_0=5e6 +y_0=5e6 +ellps=bessel",
                "+proj=longlat +ellps=intl +pm=paris",
                "+proj=longlat +ellps=intl +towgs84=1,2"
            })
    void whatProj4jCannotBeTrustedWithIsRefused(String projString) {
        assertThatIllegalArgumentException().isThrownBy(() -> Wgs84Transform.of(projString));
    }
}
