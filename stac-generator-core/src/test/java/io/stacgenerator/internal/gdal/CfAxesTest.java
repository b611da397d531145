package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stacgenerator.Warning;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.RasterInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresGdal
final class CfAxesTest {

    private static final List<Double> IRREGULAR = List.of(50.0, 49.2, 46.0, 45.0);
    private static final String UTM = """
            PROJCS["UTM",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],\
            UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
            PARAMETER["central_meridian",147],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],\
            PARAMETER["false_northing",10000000],UNIT["metre",1]]""";

    private static final List<Double> EVEN = List.of(10.0, 11.0, 12.0, 13.0, 14.0);

    @TempDir
    private Path folder;

    private RasterInfo info(CfBuilder builder) throws IOException {
        RasterInfo[] info = new RasterInfo[1];
        Fixtures.with(Fixtures.local(builder.write(folder.resolve("a.nc"))), raster -> info[0] = raster.info());
        return info[0];
    }

    private static CfBuilder axes(List<Double> latitudes, List<Double> longitudes) {
        return grid(latitudes.size(), longitudes.size())
                .variable("lat", "lat", latitudes, "units", "degrees_north")
                .variable("lon", "lon", longitudes, "units", "degrees_east");
    }

    private static CfBuilder grid(int rows, int columns) {
        return new CfBuilder().dimension("lat", rows).dimension("lon", columns).dimension("nv", 2);
    }

    private static CfBuilder values(CfBuilder builder, int count, String... attributes) {
        return builder.variable(
                "v",
                "lat lon",
                DoubleStream.iterate(0, i -> i + 1).limit(count).boxed().toList(),
                attributes);
    }

    private static double least(RasterInfo info, ToDoubleFunction<GroundControlPoint> coordinate) {
        return info.groundControlPoints().stream().mapToDouble(coordinate).min().orElseThrow();
    }

    private static double greatest(RasterInfo info, ToDoubleFunction<GroundControlPoint> coordinate) {
        return info.groundControlPoints().stream().mapToDouble(coordinate).max().orElseThrow();
    }

    @Test
    void irregularAxesAreControlPointsAtTheEdgesOfCells() throws IOException {
        RasterInfo info = info(values(axes(IRREGULAR, EVEN), 20));

        assertThat(info.transform()).isEmpty();
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:4326");
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("crs-assumed");
        assertThat(info.groundControlPoints())
                .hasSize(5 * 6)
                .contains(
                        new GroundControlPoint(0, 0, 9.5, 50.4, 0),
                        new GroundControlPoint(5, 4, 14.5, 44.5, 0),
                        new GroundControlPoint(5, 2, 14.5, 47.6, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void columnsMayBeAlongLatitudes(boolean bounded) throws IOException {
        String[] latitude = bounded
                ? new String[] {"units", "degrees_north", "bounds", "lat_bnds"}
                : new String[] {"units", "degrees_north"};
        CfBuilder builder = grid(3, 3)
                .variable("lat", "lat", List.of(50.0, 51.0, 52.0), latitude)
                .variable("lon", "lon", List.of(10.0, 12.0, 14.0), "units", "degrees_east")
                .variable("lat_bnds", "lat nv", List.of(49.5, 50.5, 50.5, 51.5, 51.5, 52.5))
                .variable("v", "lon lat", List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0));

        RasterInfo info = info(builder);

        GeoTransform transform = info.transform().orElseThrow();
        assertThat(List.of(transform.x(0, 0), transform.x(3, 3))).containsExactlyInAnyOrder(9.0, 15.0);
        assertThat(List.of(transform.y(0, 0), transform.y(3, 3))).containsExactlyInAnyOrder(49.5, 52.5);
        assertThat(transform.x(3, 0)).isEqualTo(transform.x(0, 0));
        assertThat(info.warnings()).extracting(Warning::code).contains("axes-swapped", "crs-assumed");
    }

    @Test
    void irregularAxesAroundTheEarthHaveTheTransformOfTheirMean() throws IOException {
        RasterInfo info = info(values(axes(List.of(0.0, 5.0, 50.0, 60.0), List.of(0.0, 90.0, 180.0, 270.0)), 16));

        assertThat(info.transform()).contains(new GeoTransform(90, 0, -45, 0, -16.875, 65));
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("axes-irregular", "crs-assumed");
    }

    @Test
    void boundsOfCellsCountBeforeTheirPositions() throws IOException {
        CfBuilder builder = grid(2, 3)
                .variable("lat", "lat", List.of(51.0, 50.0), "units", "degrees_north", "bounds", "lat_bnds")
                .variable("lon", "lon", List.of(10.0, 11.0, 12.0), "units", "degrees_east", "bounds", "lon_bnds")
                .variable("lat_bnds", "lat nv", List.of(51.0, 50.0, 50.0, 49.0))
                .variable("lon_bnds", "lon nv", List.of(10.0, 11.0, 11.0, 12.0, 12.0, 13.0));

        assertThat(info(values(builder, 6)).transform()).contains(new GeoTransform(1, 0, 10, 0, -1, 51));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 180, 359})
    void coordinatesOfEachPixelAreControlPointsUpToTheEdges(double west) throws IOException {
        List<Double> latitudes = new ArrayList<>();
        List<Double> longitudes = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 5; column++) {
                latitudes.add(50 - 0.5 * row + 0.05 * column);
                longitudes.add(Math.IEEEremainder(west - 0.5 + 0.4 * column + 0.1 * row, 360));
            }
        }
        CfBuilder builder = grid(4, 5)
                .variable("latitude", "lat lon", latitudes, "units", "degrees_north", "standard_name", "latitude")
                .variable("longitude", "lat lon", longitudes, "units", "degrees_east", "standard_name", "longitude");
        RasterInfo info = info(values(builder, 20, "coordinates", "longitude latitude"));

        assertThat(info.transform()).isEmpty();
        assertThat(info.groundControlPoints()).hasSize(225);
        assertThat(greatest(info, GroundControlPoint::y)).isCloseTo(50 + 0.25 + 0.225, within(1e-9));
        assertThat(least(info, GroundControlPoint::y)).isCloseTo(50 - 1.75 - 0.025, within(1e-9));
        assertThat(least(info, point -> turned(point, west))).isCloseTo(west - 0.5 - 0.2 - 0.05, within(1e-9));
        assertThat(greatest(info, point -> turned(point, west))).isCloseTo(west - 0.5 + 1.8 + 0.35, within(1e-9));
        assertThat(greatest(info, GroundControlPoint::column)).isCloseTo(5, within(1e-9));
        assertThat(least(info, GroundControlPoint::row)).isCloseTo(0, within(1e-9));
    }

    private static double turned(GroundControlPoint point, double near) {
        return near + Math.IEEEremainder(point.x() - near, 360);
    }

    private RasterInfo along(String latitude, String longitude, String[] ofLatitude, String[] ofLongitude)
            throws IOException {
        return info(new CfBuilder()
                .dimension(latitude, 2)
                .dimension(longitude, 3)
                .variable(latitude, latitude, List.of(51.0, 50.0), ofLatitude)
                .variable(longitude, longitude, List.of(10.0, 11.0, 12.0), ofLongitude)
                .variable("v", latitude + " " + longitude, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)));
    }

    @ParameterizedTest
    @CsvSource({"lat,lon", "latitude,longitude", "Latitude,Longitude", "LAT,LON"})
    void namesOfVariablesSayWhatTheyAre(String latitude, String longitude) throws IOException {
        RasterInfo info = along(latitude, longitude, new String[0], new String[] {"units", "degrees"});

        assertThat(info.transform()).contains(new GeoTransform(1, 0, 9.5, 0, -1, 51.5));
        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:4326");
        assertThat(info.warnings()).extracting(Warning::code).containsExactly("crs-assumed");
    }

    @ParameterizedTest
    @CsvSource({"units,Degrees_North,Degrees_East", "units,degN,degE", "long_name,Latitude,Longitude"})
    void attributesSayWhatAxesAreInTheirWays(String attribute, String ofLatitude, String ofLongitude)
            throws IOException {
        RasterInfo info = along("y", "x", new String[] {attribute, ofLatitude}, new String[] {attribute, ofLongitude});

        assertThat(info.crs().flatMap(CrsDefinition::code)).contains("EPSG:4326");
    }

    @ParameterizedTest
    @CsvSource({"lat,lon,m", "y,x,degrees"})
    void otherAxesAreOfNoKnownSystem(String latitude, String longitude, String units) throws IOException {
        String[] attributes = {"units", units};

        assertThat(along(latitude, longitude, attributes, attributes).crs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"y,x,,30", "Northing,Easting,m,30", "y,x,m,-30", "y,x,km,", "row,column,m,"})
    void variablesCalledXAndYPlaceARasterWithASystem(String y, String x, String units, Double step) throws IOException {
        String[] attributes = units == null ? new String[0] : new String[] {"units", units};
        double first = 6_000_000;
        RasterInfo info = info(new CfBuilder()
                .dimension(y, 2)
                .dimension(x, 3)
                .variable(y, y, List.of(first, first + (step == null ? 30 : step)), attributes)
                .variable(x, x, List.of(500_000.0, 500_030.0, 500_060.0), attributes)
                .variable("crs", "", List.of(0.0), "crs_wkt", UTM)
                .variable("v", y + " " + x, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), "grid_mapping", "crs"));

        assertThat(info.transform())
                .isEqualTo(Optional.ofNullable(step)
                        .map(size -> new GeoTransform(30, 0, 499_985, 0, -size, first + 1.5 * size)));
    }

    @Test
    void timeMayBeACoordinateWithoutADimension() throws IOException {
        CfBuilder builder = axes(List.of(51.0, 50.0), List.of(10.0, 11.0))
                .variable("time", "", List.of(18_001.0), "units", "days since 1970-01-01", "standard_name", "time")
                .variable(
                        "start",
                        "",
                        List.of(18_000.0),
                        "units",
                        "days since 1970-01-01",
                        "standard_name",
                        "forecast_reference_time");

        assertThat(info(values(builder, 4, "coordinates", "time start none")).metadata())
                .containsEntry(TimeTags.START, "2019-04-15T00:00:00Z")
                .containsEntry(TimeTags.END, "2019-04-15T00:00:00Z");
    }
}
