package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresGdal
final class ZarrTest {

    private static final String[] PLANE = {"lat", "lon"};
    private static final String[] TIMES = {"time", "lat", "lon"};
    private static final String[] LEVELS = {"time", "level", "lat", "lon"};

    @TempDir
    private Path folder;

    private ZarrBuilder store() throws IOException {
        return ZarrBuilder.of(folder.resolve("a.zarr"))
                .axis("lat", "degrees_north", 50, 49, 48)
                .axis("lon", "degrees_east", 10, 11, 12, 13);
    }

    @Test
    void bandsAreTheArraysOfTwoDimensions() throws IOException {
        RasterInfo info = Fixtures.info(store().array("wind", "m s-1", PLANE, 3, 4)
                .array("air", "K", PLANE, 3, 4)
                .path());

        assertThat(info.format()).isEqualTo("Zarr");
        assertThat(info.mediaType()).isEqualTo("application/vnd.zarr; version=2");
        assertThat(info.size()).isEqualTo(new RasterSize(4, 3));
        assertThat(info.transform()).contains(new GeoTransform(1, 0, 9.5, 0, -1, 50.5));
        assertThat(info.bands())
                .extracting(
                        band -> band.name().orElse(null), band -> band.unit().orElse(null))
                .containsExactly(tuple("air", "K"), tuple("wind", "m s-1"));
        assertThat(info.warnings()).isEmpty();
    }

    @Test
    void bandsAreTheSlicesOfArraysOfMoreDimensions() throws IOException {
        Path path = store().axis("time", "hours since 2020-01-01", 0, 24)
                .axis("level", "hPa", 1000, 850)
                .array("air", "K", TIMES, 2, 3, 4)
                .array("wind", "m s-1", LEVELS, 2, 2, 3, 4)
                .path();
        Fixtures.with(Fixtures.local(path), raster -> {
            assertThat(raster.info().bands())
                    .extracting(band -> band.name().orElse(null))
                    .containsExactly("air_1", "air_2", "wind_1_1", "wind_1_2", "wind_2_1", "wind_2_2");
            assertThat(Fixtures.statistics(raster, StatisticsMode.EXACT))
                    .extracting(band -> band.maximum().orElse(null))
                    .containsExactly(11.0, 23.0, 11.0, 23.0, 35.0, 47.0);
        });
    }

    @Test
    void aTimeAxisThatIsTooLongForMemoryIsLeftOut() throws IOException {
        Path path = store().array("air", "K", PLANE, 3, 4)
                .axis("time", "hours since 2020-01-01", 0, 24)
                .path();
        Path array = path.resolve("time").resolve(".zarray");
        Files.writeString(array, Files.readString(array).replace("[2]", "[2000000000]"));

        assertThat(Fixtures.info(path).metadata()).doesNotContainKey("TIME:START");
    }

    @Test
    void timesAreThoseOfTheTimeAxis() throws IOException {
        assertThat(Fixtures.info(store().axis("time", "hours since 2020-01-01", 0, 24)
                                .array("air", "K", TIMES, 2, 3, 4)
                                .path())
                        .metadata())
                .containsEntry("TIME:START", "2020-01-01T00:00:00Z")
                .containsEntry("TIME:END", "2020-01-02T00:00:00Z");
    }

    @Test
    void storeIsAnAssetWithoutASize() throws IOException {
        Path path = store().axis("time", "hours since 2020-01-01", 0, 24)
                .array("air", "K", TIMES, 2, 3, 4)
                .path();
        try (StacGenerator generator = StacGenerator.create()) {
            StacItem item = generator
                    .generate(GenerationRequest.builder()
                            .assetPaths(path.toString())
                            .build())
                    .item();

            assertThat(item.assets()).hasSize(1);
            assertThat(item.assets().values().iterator().next().toMap())
                    .containsEntry("type", "application/vnd.zarr; version=2")
                    .doesNotContainKey("file:size");
            assertThat(item.properties())
                    .containsEntry("proj:code", "EPSG:4326")
                    .containsEntry("proj:bbox", List.of(9.5, 47.5, 13.5, 50.5))
                    .containsEntry("proj:shape", List.of(3, 4))
                    .containsEntry("proj:transform", List.of(1.0, 0.0, 9.5, 0.0, -1.0, 50.5))
                    .containsEntry("datetime", "2020-01-01T00:00:00Z")
                    .containsEntry("end_datetime", "2020-01-02T00:00:00Z");
        }
    }

    @Test
    void arrayOfItsOwnIsARaster() throws IOException {
        Path array = store().array("air", "K", PLANE, 3, 4).path().resolve("air");

        assertThat(Fixtures.info(array).size()).isEqualTo(new RasterSize(4, 3));
    }
}
