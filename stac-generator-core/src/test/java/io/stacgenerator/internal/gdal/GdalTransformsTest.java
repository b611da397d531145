package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.geo.Footprint;
import io.stacgenerator.internal.proj.Wgs84Transform;
import io.stacgenerator.internal.proj.Wgs84Transforms;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresGdal
final class GdalTransformsTest {

    private static final GdalCrsEngine GDAL = new GdalCrsEngine();

    @ParameterizedTest
    @CsvSource({
        "EPSG:32632, false, 1, 500000, 5000000, 9, 45.1534871",
        "EPSG:4326, true, 1, 9, 45, 9, 45",
        "EPSG:4807, true, 0.9, 3, 54, 5.0366188, 48.5999478",
        "EPSG:2263, false, 0.3048006096012192, 984250, 0, -74, 40.1666667",
        "ESRI:102003, false, 1, 0, 0, -96, 37.5"
    })
    void transformsThereAndBack(
            String code, boolean geographic, double unit, double x, double y, double longitude, double latitude) {
        Wgs84Transform transform = GDAL.transform(CrsDefinition.of(code)).orElseThrow();
        double[] p = new double[2];

        assertThat(transform.geographic()).isEqualTo(geographic);
        assertThat(transform.unit()).isCloseTo(unit, within(1e-12));
        assertThat(transform.toLonLat(x, y, p)).isTrue();
        assertThat(p[0]).isCloseTo(longitude, within(1e-5));
        assertThat(p[1]).isCloseTo(latitude, within(1e-5));
        assertThat(transform.toLonLatAndBack(x, y, p)).isTrue();
        assertThat(transform.fromLonLat(p[0], p[1], p)).isTrue();
        assertThat(p[0]).isCloseTo(x, within(1e-3));
        assertThat(p[1]).isCloseTo(y, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"-60, 50, 120, 100, 90", "-20, 25, 40, 10, 83.24"}) // the North Pole is at 0, 31.76
    void gridAroundAnotherPoleIsPlacedAsAMap(double west, double north, double width, double height, double top) {
        CrsDefinition rotated =
                CrsDefinition.builder().name("rotated").wkt2("""
                        GEOGCRS["rotated",BASEGEOGCRS["sphere",DATUM["sphere",ELLIPSOID["Sphere",6371229,0]]],
                        DERIVINGCONVERSION["Pole rotation (GRIB convention)",METHOD["Pole rotation (GRIB convention)"],
                        PARAMETER["Latitude of the southern pole (GRIB convention)",-31.758312,ANGLEUNIT["degree",0.0174532925199433]],
                        PARAMETER["Longitude of the southern pole (GRIB convention)",-92.402969,ANGLEUNIT["degree",0.0174532925199433]],
                        PARAMETER["Axis rotation (GRIB convention)",0,ANGLEUNIT["degree",0.0174532925199433]]],
                        CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]""").build();
        Footprint footprint = Footprint.of(
                new RasterSize(100, 100),
                new GeoTransform(width / 100, 0, west, 0, -height / 100, north),
                GDAL.transform(rotated).orElseThrow());

        assertThat(footprint.warning()).isNull();
        assertThat(footprint.bbox().north()).isCloseTo(top, within(0.01));
    }

    @Test
    void placesASphereWithAShiftOfDatum() {
        CrsDefinition sphere = CrsDefinition.builder()
                .name("sphere")
                .projString("+proj=merc +a=6378137 +b=6378137 +towgs84=0,0,0,0,0,0,0 +units=m")
                .build();
        double[] p = new double[2];

        assertThat(GDAL.transform(sphere).orElseThrow().toLonLatAndBack(1e6, 6e6, p))
                .isTrue();
        assertThat(p[1]).isCloseTo(47.54507762, within(1e-7));
    }

    /** The area of PD/83 begins at 9.92 degrees. */
    @Test
    void shiftOfTheMiddleOfARasterHoldsBeyondItsArea() {
        Wgs84Transform transform = ReferenceSystems.transform(CrsDefinition.epsg(4746), 11.25, 50.94);
        double[] p = new double[2];

        assertThat(transform.toLonLat(9.825, 51, p)).isTrue();
        assertThat(p[0]).isCloseTo(9.82383, within(1e-5));
    }

    @Test
    void systemWithoutACodeHasOneShiftThereAndBackForARaster() {
        CrsDefinition quebec = CrsDefinition.builder()
                .name("Albers on NAD27")
                .projString("+proj=aea +lat_1=40 +lat_2=50 +lat_0=45 +lon_0=-90 +datum=NAD27")
                .build();

        assertThat(ReferenceSystems.transform(quebec, 1_886_000, 677_000)
                        .toLonLatAndBack(1_902_000, 693_000, new double[2]))
                .isTrue();
    }

    @Test
    void tellsWhatIsOutsideTheDomain() {
        CrsDefinition disc = CrsDefinition.builder()
                .name("disc")
                .projString("+proj=geos +h=35785831 +lon_0=0 +sweep=y +datum=WGS84")
                .build();

        assertThat(GDAL.transform(disc).orElseThrow().toLonLat(6_000_000, 6_000_000, new double[2]))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:99999", "/etc/passwd", "http://localhost/", "EPSG:4978"})
    void knowsNoSuchSystem(String code) {
        assertThat(GDAL.transform(CrsDefinition.of(code))).isEmpty();
    }

    @Test
    void findsASystemByWhicheverDefinitionItHas() {
        CrsDefinition whole = crs();
        for (CrsDefinition part : List.of(
                CrsDefinition.builder()
                        .projString(whole.projString().orElse(null))
                        .build(),
                CrsDefinition.builder().projjson(whole.projjson().orElse(null)).build(),
                CrsDefinition.builder().wkt2(whole.wkt2().orElse(null)).build(),
                CrsDefinition.builder()
                        .code("FOO:1")
                        .wkt2(whole.wkt2().orElse(null))
                        .build())) {
            double[] p = new double[2];
            assertThat(GDAL.transform(part).orElseThrow().toLonLat(500000, 5000000, p))
                    .isTrue();
            assertThat(p[0]).isCloseTo(9, within(1e-9));
        }
    }

    private static CrsDefinition crs() {
        return GdalSession.call(() -> GdalCrs.of(CrsImport.epsg(32632)));
    }

    @Test
    void takesWhatProj4jDeclines() {
        CrsDefinition crs = CrsDefinition.epsg(29701);
        assertThatThrownBy(() -> Wgs84Transforms.of(crs)).isInstanceOf(StacGeneratorException.class);

        Wgs84Transform transform = Wgs84Transforms.of(crs, GDAL::transform);
        assertThat(Wgs84Transforms.of(crs, none -> Optional.empty())).isSameAs(transform);
        Footprint footprint =
                Footprint.of(new RasterSize(100, 100), new GeoTransform(100, 0, 400_000, 0, -100, 800_000), transform);
        assertThat(footprint.warning()).isNull();
        assertThat(footprint.bbox().west()).isCloseTo(46.437, within(0.01));
    }

    @Test
    @Requires("crsTruth")
    void agreesWithProj() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(Material.path("crsTruth"))) {
            String[] cells = line.split("\t", -1);
            CrsDefinition crs = cells[0].matches("\\d+")
                    ? CrsDefinition.epsg(Integer.parseInt(cells[0]))
                    : CrsDefinition.builder().name(cells[0]).wkt2(cells[3]).build();
            double error = error(crs, cells[7]);
            if (!(error < 1e-6)) {
                wrong.add(cells[0] + " is off by " + error);
            }
        }
        assertThat(wrong)
                .filteredOn(text -> !text.matches("(3408|3409|3410|31700|27037) .*"))
                .as("but for withdrawn codes, whose points are those of their successors")
                .containsExactly("MARS_EQC is off by NaN");
    }

    private static double error(CrsDefinition crs, String points) {
        Wgs84Transform transform = GDAL.transform(crs).orElse(null);
        double worst = transform == null ? Double.NaN : 0;
        for (String point : points.split(";", -1)) {
            if (transform != null && !point.isEmpty()) {
                String[] n = point.split(",", -1);
                double[] p = new double[2];
                boolean located = transform.toLonLat(Double.parseDouble(n[0]), Double.parseDouble(n[1]), p);
                double degrees = Math.hypot(
                        Math.IEEEremainder(p[0] - Double.parseDouble(n[2]), 360), p[1] - Double.parseDouble(n[3]));
                worst = Math.max(worst, located ? degrees : Double.MAX_VALUE);
            }
        }
        return worst;
    }
}
