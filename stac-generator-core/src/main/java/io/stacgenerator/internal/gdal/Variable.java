package io.stacgenerator.internal.gdal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of a file: of most formats the file itself, of containers one of the variables in them.
 *
 * @param dataset the open dataset
 * @param name the name of the variable in a container, or null
 */
record Variable(Dataset dataset, @Nullable String name) {

    /** The pixels of a dataset and where they are: variables of equal grids can be bands of one raster. */
    record Grid(int width, int height, List<Double> transform, String system) {

        long pixels() {
            return (long) width * height;
        }
    }

    Grid grid() {
        return new Grid(
                dataset.GetRasterXSize(),
                dataset.GetRasterYSize(),
                Arrays.stream(dataset.GetGeoTransform()).boxed().toList(),
                dataset.GetProjection());
    }

    Stream<Band> bands() {
        return IntStream.rangeClosed(1, dataset.GetRasterCount()).mapToObj(dataset::GetRasterBand);
    }

    void close() {
        dataset.delete();
    }
}
