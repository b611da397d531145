package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.internal.geotiff.TiffBuilder;
import io.stacgenerator.internal.geotiff.TiffImage;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.model.StacItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rasters of the Moon, Mars and others: no place on Earth, but the name of the body. */
final class OtherBodiesTest {

    private static final String SCHEMA = "https://stac-extensions.github.io/ssys/v1.1.1/schema.json";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Mars; GEOGCS["GCS_Mars_2000",DATUM["D_Mars_2000",SPHEROID["Mars_2000_IAU_IAG",3396190,169.8944472]],PRIMEM["Reference_Meridian",0],UNIT["Degree",0.0174532925199433]]
        Moon; GEOGCS["Moon 2000",DATUM["D_Moon_2000",SPHEROID["Moon_2000_IAU_IAG",1737400,0]],PRIMEM["Greenwich",0],UNIT["Decimal_Degree",0.0174532925199433]]
        Moon; PROJCS["SimpleCylindrical MOON",GEOGCS["GCS",DATUM["D",SPHEROID["S",1737400,0]],PRIMEM["Reference_Meridian",0],UNIT["degree",0.0174532925199433]],PROJECTION["Equirectangular"],PARAMETER["central_meridian",0],UNIT["metre",1]]
        Moon; PROJCS["Stereographic",GEOGCS["unknown",DATUM["unknown",SPHEROID["unknown",1737400,0]],PRIMEM["Reference_Meridian",0],UNIT["degree",0.0174532925199433]],PROJECTION["Polar_Stereographic"],PARAMETER["latitude_of_origin",-90],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]
        Mars; +proj=eqc +lat_ts=0 +lon_0=180 +R=3396190 +units=m +no_defs
        Moon; +proj=longlat +a=1737400 +b=1737400 +no_defs
        Mars; IAU_2015:49910
        Moon; IAU_2015:30100
        Mercury; IAU_2015:19900
        Europa; GEOGCS["Europa 2000",DATUM["D_Europa_2000",SPHEROID["Europa_2000_IAU_IAG",1562090,0]],PRIMEM["Reference_Meridian",0],UNIT["degree",0.0174532925199433]]
        Titan; GEOGCRS["Titan (2015) - Sphere / Ocentric",DATUM["Titan (2015) - Sphere",ELLIPSOID["Titan (2015) - Sphere",2575000,0,LENGTHUNIT["metre",1]]],PRIMEM["Reference Meridian",0],CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]
        """)
    void systemOfAnotherBodyGivesItsNameAndNoGeometry(String body, String definition) throws IOException {
        GenerationResult result = generate(definition);

        assertTold(result, body);
        assertThat(result.warnings()).extracting(Warning::code).containsOnlyOnce("crs-not-terrestrial");
    }

    @RequiresGdal
    @ParameterizedTest
    @ValueSource(strings = {"IAU_2015:49910", "IAU_2015:30100", "+proj=eqc +R=3396190"})
    void definitionIsPublished(String definition) throws IOException {
        assertThat(generate(definition).item().toJson()).contains("\"proj:wkt2\":\"");
    }

    @Test
    void sitesAndSystemsOfTheEarthHaveNoTargets() throws IOException {
        for (String definition : List.of(
                "LOCAL_CS[\"Site\",UNIT[\"metre\",1]]", "EPSG:32632", "+proj=longlat +R=6371229", "OGC:CRS84")) {
            assertThat(generate(definition).item().toJson()).doesNotContain("ssys");
        }
    }

    @Test
    @Requires("cases")
    void rasterOfMarsNamesIt() {
        GenerationResult result = generate(Material.path("cases").resolve("raster/22-other-body/mars.tif"));

        assertTold(result, "Mars");
        assertThat(result.item().toJson()).containsAnyOf("\"proj:wkt2\":\"", "\"proj:projjson\":{");
    }

    private static void assertTold(GenerationResult result, String body) {
        StacItem item = result.item();
        assertThat(item.toMap().get("geometry")).isNull();
        assertThat(item.properties()).containsEntry("ssys:targets", List.of(body));
        assertThat(item.stacExtensions()).contains(SCHEMA);
    }

    /** A TIFF without a system of its own, and its definition in the file next to it. */
    private GenerationResult generate(String definition) throws IOException {
        Path raster = Files.write(
                folder.resolve("a.tif"), TiffBuilder.of(TiffImage.of(4, 4)).build());
        String srs = definition.replace("\"", "&quot;").strip();
        Files.writeString(
                folder.resolve("a.tif.aux.xml"),
                "<PAMDataset><SRS>%s</SRS><GeoTransform>10, 0.01, 0, 50, 0, -0.01</GeoTransform></PAMDataset>"
                        .formatted(srs),
                UTF_8);
        return generate(raster);
    }

    private static GenerationResult generate(Path raster) {
        GenerationOptions options =
                GenerationOptions.builder().datetime(Instant.EPOCH).build();
        try (StacGenerator generator = StacGenerator.builder().options(options).build()) {
            return generator.generate(
                    GenerationRequest.builder().assetPaths(raster.toString()).build());
        }
    }
}
