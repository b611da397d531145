package io.stacgenerator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.conformance.CorpusRun.Outcome;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gdal.gdal.gdal;
import org.junit.jupiter.api.Test;

/**
 * Makes an Item of each file of the corpus, in one process without GDAL and in one with it. The table of
 * {@code docs/formats.md} is what came of it; a new one is left in {@code target/formats.md}.
 */
@RequiresGdal
@Requires("corpus")
final class FormatsTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "formats.md");
    private static final Path MEASURED = Path.of("target", "formats.md");
    private static final String OF_THE_TABLE = "3.6.2";

    private static final String INTRODUCTION = """
            # Formats

            What becomes of the %d files of a corpus, which are test files of GDAL, rasterio, rio-cogeo, rio-tiler, GeoTrellis and
            others: how many become an Item with the bands of the raster, and how many of these have exact statistics, without
            GDAL and with GDAL %s. What is not described becomes an asset with media type and role.

            The table is made by
            [FormatsTest](../stac-generator-core/src/test/java/io/stacgenerator/conformance/FormatsTest.java), which fails where it
            is no longer true: `mvn verify -Dstacgenerator.corpus=FOLDER` leaves a new one in
            `stac-generator-core/target/formats.md`.

            | format, by GDAL's short name | files | described | with statistics | described with GDAL | with statistics with GDAL |
            |---|---:|---:|---:|---:|---:|
            """;

    private static final String NOTES = """

            VRT and MRF name other files to be read, which is [off by default](gdal.md). TIFFs without statistics are compressed by
            LERC, WebP or LZMA, or are of a kind that is rare. A TIFF that is not described says where it is, but in no reference
            system that is known: it is an error, unless the metadata give its geometry.

            GDAL reads formats of which the corpus has no file, among them GRIB, HDF4, Zarr and FITS; those of
            [GdalDrivers](../stac-generator-core/src/main/java/io/stacgenerator/internal/gdal/GdalDrivers.java) that are installed.

            ## Other than rasters

            Only headers are read, without GDAL. The box becomes the footprint, `proj:code` and `proj:bbox`.

            | format | fields | from |
            |---|---|---|
            | LAS 1.0 to 1.5, LAZ, COPC | `pointcloud` 2.0.0: number of points, dimensions, ranges of the coordinates | header, variable length records |
            | FlatGeobuf 3 | `table` 1.2.0: columns, number of features | header |
            | Parquet with geometries of its own, GeoParquet 0.1 to 2.0 | `table` 1.2.0: columns, number of rows, primary geometry | footer |
            | PMTiles 3 | none | header |
            | Zarr 2 and 3 | `datacube` 2.3.0: dimensions, variables; `zarr` 1.1.0 | metadata, coordinates |

            `pc:type` is `lidar` where some points are second returns, which only a laser has; elsewhere the file does not say, and the
            metadata may. The date in the header of LAS is that of the file, so it is not taken for an acquisition.

            The box of a table is that of GeoParquet, or else encloses those of all row groups, by `geospatial_statistics` or by the statistics of the
            columns of `covering` in GeoParquet 1.1, unless features cross the antimeridian there. Of several columns of Parquet's own types none is
            primary, unless GeoParquet says so. A number after `srid:` is taken for one of EPSG, as GDAL takes it.

            ### Zarr

            A store is a local folder, or an href that ends in `.zarr` or names `zarr.json` or `.zmetadata`, over HTTP or in Azure, S3 or Google
            Cloud Storage. One over the network needs consolidated metadata; in a folder those of each array suffice.

            - Dimensions have the names of `_ARRAY_DIMENSIONS` or `dimension_names`. What each one is follows from its coordinate, by `axis`,
              `standard_name` and `units` of CF, or else from its name.
            - The system is that of `proj:code`, `proj:wkt2`, `proj:projjson`, `proj:epsg`, of `crs_wkt` or the parameters of a grid mapping of CF, or of the
              `_CRS` of GDAL; degrees of longitude and latitude are taken for those of WGS 84.
            - The box is that of `spatial:bbox`, `proj:bbox`, `spatial:transform`, `proj:transform` or `GeoTransform`; without these it is made of the
              coordinates: by their `bounds` of CF, or half a cell around them. For that the first and the last chunk of each are read, and no other
              chunks: uncompressed, or by gzip, zlib, zstd, lz4 or blosc of these. Coordinates in shards or with filters are not read; uneven ones
              without bounds give no box, but their range.
            - `scale_factor` and `add_offset` of coordinates count. Angles of a geostationary view become meters, as in GDAL's reading of NetCDF.
            - A time axis of CF gives the range of the Item.
            - Of several groups, as of several scales, the one with the finest grid is described.

            With GDAL, what it reads of a local store as a raster is there too; `proj:transform` where it fills the box.
            """;

    @Test
    void tableOfFormatsIsWhatIsMeasured() throws IOException, InterruptedException {
        Corpus corpus = Corpus.given();
        Map<String, Outcome> without = run(corpus, List.of("-Dstacgenerator.gdal.library=none"));
        Map<String, Outcome> with = run(corpus, List.of());
        String table = table(corpus, without, with);
        Files.createDirectories(MEASURED.getParent());
        Files.writeString(MEASURED, table);

        assertThat(described(with.values().stream().toList())).isGreaterThanOrEqualTo(245);
        assumeTrue(
                gdal.VersionInfo("RELEASE_NAME").equals(OF_THE_TABLE),
                "the table is not compared: it was measured with GDAL " + OF_THE_TABLE);
        assertThat(table).isEqualTo(Files.readString(PUBLISHED));
    }

    private static Map<String, Outcome> run(Corpus corpus, List<String> options)
            throws IOException, InterruptedException {
        return ChildJvm.run(CorpusRun.class, options, corpus.folder().toString()).stream()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(columns -> columns[1], columns -> Outcome.valueOf(columns[0])));
    }

    private static String table(Corpus corpus, Map<String, Outcome> without, Map<String, Outcome> with)
            throws IOException {
        Map<String, List<String>> byFormat = corpus.names().stream()
                .collect(Collectors.groupingBy(corpus::format, TreeMap::new, Collectors.toList()));
        List<String> rows = new ArrayList<>();
        byFormat.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue(), without, with)));
        rows.add(row("all", corpus.names(), without, with));
        String introduction = INTRODUCTION.formatted(corpus.names().size(), gdal.VersionInfo("RELEASE_NAME"));
        return introduction + String.join("\n", rows) + "\n" + NOTES;
    }

    private static String row(
            String format, List<String> names, Map<String, Outcome> without, Map<String, Outcome> with) {
        Function<Map<String, Outcome>, String> cells = outcomes -> {
            List<Outcome> these = names.stream().map(outcomes::get).toList();
            return described(these) + " | "
                    + these.stream().filter(Outcome.STATISTICS::equals).count();
        };
        return "| %s | %d | %s | %s |".formatted(format, names.size(), cells.apply(without), cells.apply(with));
    }

    private static long described(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.compareTo(Outcome.RASTER) >= 0)
                .count();
    }
}
