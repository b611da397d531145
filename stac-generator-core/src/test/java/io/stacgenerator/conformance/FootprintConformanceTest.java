package io.stacgenerator.conformance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.material.Requires;
import io.stacgenerator.model.GeoJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The footprint of every GeoTIFF with a reference system runs through the positions of the reference. */
@Requires("corpus")
final class FootprintConformanceTest {

    /** A millionth of a degree of the equator: degrees of longitude are shorter elsewhere. */
    private static final double METERS = 0.11132;

    private static final double METERS_PER_DEGREE = 111_320;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final String CAPPED =
            "edges of thousands of kilometres are cut into 256 lines, which leaves 2e-5 degrees, a hundredth of a pixel";
    private static final String WARPED = "the reference is of a view that was warped by the ground control points";
    private static final String NO_TRANSFORM = "the file has no transform: the reference has the identity";

    /** Where the reference is not followed, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            entry("rio-stac/dataset_colormap.tif", CAPPED),
            entry("rio-stac/dataset_geom.tif", CAPPED),
            entry("rio-cogeo/image_nocolormap.tif", CAPPED),
            entry("rio-stac/dataset_gcps.tif", WARPED),
            entry("rio-tiler/cog_gcps.tif", WARPED),
            entry("georust-gdal/gcp.tif", WARPED),
            entry("gdal/gcore/data/gtiff/esri_geodataxform_no_resolutionunit.tif", WARPED),
            entry("gdal/gcore/data/geomatrix.tif", "the raster is rotated, of which the reference takes two corners"),
            entry("georust-gdal/tinymarble.tif", NO_TRANSFORM),
            entry("gdal/gcore/data/gtiff/buggy_sentinel1_ellipsoid_code_4326.tif", NO_TRANSFORM),
            entry("gdal/gcore/data/gtiff/invalid_GeogAngularUnitSizeGeoKey.tif", NO_TRANSFORM),
            entry("gdal/gcore/data/3376.tif", "the reference takes the system of a file of ERDAS Imagine beside it"),
            entry(
                    "gdal/gcore/data/byte_gcp_pixelispoint.tif",
                    "the file says nothing of its system, the reference assumes WGS 84"),
            entry(
                    "gdal/gcore/data/gtiff/inconsistent_invflattening.tif",
                    "the reference drops the datum shift over an ellipsoid that is off by rounding"));

    private static StacGenerator generator;

    @BeforeAll
    static void createGenerator() {
        generator = StacGenerator.builder()
                .options(GenerationOptions.builder()
                        .datetime(Instant.parse("2020-01-01T00:00:00Z"))
                        .build())
                .build();
    }

    @AfterAll
    static void closeGenerator() {
        generator.close();
    }

    @TestFactory
    Stream<DynamicTest> footprintsRunThroughThePositionsOfTheReference() throws IOException {
        Corpus corpus = Corpus.given();
        return corpus.tiffs()
                .filter(name -> corpus.epsg(name) != null || corpus.definesItsSystem(name))
                .map(name -> dynamicTest(
                        name,
                        () -> Corpus.compareUnlessExcepted(EXCEPTIONS.get(name), name, () -> compare(corpus, name))));
    }

    private static void compare(Corpus corpus, String name) {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(corpus.file(name).toString())
                .build();
        Geometry edge =
                generator.generate(request).item().geometry().orElseThrow().getBoundary();
        Geometry reference = GeoJson.geometry(Corpus.member(corpus.reference(name), "geometry"));
        for (Coordinate position : reference.getCoordinates()) {
            assertThat(meters(edge, position)).as("meters from %s", position).isLessThan(METERS);
        }
    }

    /** Measures on the map that is true to scale at the position. */
    private static double meters(Geometry edge, Coordinate position) {
        AffineTransformation scaling = AffineTransformation.scaleInstance(
                METERS_PER_DEGREE * Math.cos(Math.toRadians(position.y)), METERS_PER_DEGREE);
        return scaling.transform(edge).distance(scaling.transform(FACTORY.createPoint(position)));
    }
}
