package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.datetime.CfTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gdal.gdal.Attribute;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.Group;
import org.gdal.gdal.MDArray;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate variables of a NetCDF file whose values GDAL does not list among its metadata.
 *
 * @param path the file
 */
record CfCoordinates(String path) {

    private static final int FLOAT64 = 7;

    /** No axis is longer, nor a row of coordinates. */
    private static final int MOST = 1 << 22;

    private static final int[] NEW_DIMENSION = {-1};
    private static final String COORDINATES = "#coordinates";

    /**
     * Returns the values of a variable of one dimension, or of the two bounds of each cell; none where it has others.
     */
    double[] values(String variable, int columns, int rows) {
        Dataset dataset = GdalDrivers.open("NETCDF:\"" + path + "\":" + variable);
        if (dataset == null) {
            return new double[0];
        }
        try {
            boolean fits = dataset.GetRasterXSize() == columns && dataset.GetRasterYSize() == rows;
            return fits && dataset.GetRasterCount() == 1 ? read(dataset, 0, columns, rows) : new double[0];
        } finally {
            dataset.delete();
        }
    }

    /** Returns the names of the variables with a dimension, outside of groups. */
    List<String> names() {
        Dataset arrays = GdalDrivers.openArrays(path);
        if (arrays == null) {
            return List.of();
        }
        try {
            return ((List<?>) arrays.GetRootGroup().GetMDArrayNames())
                    .stream().map(String::valueOf).toList();
        } finally {
            arrays.delete();
        }
    }

    /** Returns some rows of the only band of a dataset; none where they cannot be read. */
    static double[] read(Dataset dataset, int top, int columns, int rows) {
        AssetBudget.check();
        long count = (long) columns * rows;
        if (count > MOST) {
            return new double[0];
        }
        AssetBudget.decoded(count);
        double[] values = new double[(int) count];
        int error = dataset.GetRasterBand(1).ReadRaster(0, top, columns, rows, columns, rows, FLOAT64, values);
        return error == 0 ? values : new double[0];
    }

    /** Returns the times that are coordinates without a dimension, and the bounds of cells along axes. */
    CfTimes times(Map<String, String> metadata) {
        CfTimes times = new CfTimes();
        addScalars(times, metadata);
        times.addValid(CfTimeBounds.of(metadata, this));
        return times;
    }

    /** Scalar coordinates (CF conventions 1.11, section 5.7). */
    private void addScalars(CfTimes times, Map<String, String> metadata) {
        List<String> names = metadata.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(COORDINATES))
                .flatMap(entry -> Stream.of(entry.getValue().strip().split("\\s+", -1)))
                .distinct()
                .toList();
        Dataset arrays = names.isEmpty() ? null : GdalDrivers.openArrays(path);
        if (arrays == null) {
            return;
        }
        try {
            Group root = arrays.GetRootGroup();
            names.forEach(name -> addScalar(times, root, name));
        } finally {
            arrays.delete();
        }
    }

    /**
     * The names of a group leave out what has no dimension; these bindings throw where there is no array, and a time
     * may be beyond all dates.
     */
    private static void addScalar(CfTimes times, Group group, String name) {
        try {
            MDArray array = group.OpenMDArray(name);
            if (array != null && array.GetDimensionCount() == 0) {
                add(times, array, times(group, array).stream());
            }
        } catch (RuntimeException e) {
            return;
        }
    }

    /** Adds the times of an array by its names. */
    static void add(CfTimes times, MDArray array, Stream<Instant> values) {
        times.add(text(array, "standard_name"), text(array, "long_name"), values);
    }

    private static List<Instant> times(Group group, MDArray array) {
        String unit = array.GetUnit();
        return unit == null
                ? List.of()
                : CfTime.of(unit, text(array, "calendar"))
                        .map(time -> times(time, array, group))
                        .orElse(List.of());
    }

    private static List<Instant> times(CfTime time, MDArray array, Group group) {
        double[] position = values(array.Transpose(NEW_DIMENSION), 1);
        String bounds = text(array, "bounds");
        if (position.length == 0) {
            return List.of();
        }
        double[] cell = bounds == null ? new double[0] : values(group.OpenMDArray(bounds), 2);
        return Stream.concat(TimeTags.instant(time, position[0]), CfTimeBounds.of(time, List.of(position[0]), cell))
                .toList();
    }

    /** Returns the text of an attribute, or null; these bindings throw where there is none. */
    static @Nullable String text(MDArray array, String name) {
        try {
            Attribute attribute = array.GetAttribute(name);
            return attribute == null ? null : attribute.ReadAsString();
        } catch (RuntimeException e) {
            return null;
        }
    }

    /**
     * These bindings read no values of arrays, but make datasets of them where they have a dimension, such as a new
     * one.
     */
    private static double[] values(@Nullable MDArray array, int count) {
        if (array == null || array.GetDimensionCount() != 1) {
            return new double[0];
        }
        Dataset dataset = array.AsClassicDataset(0, 0);
        try {
            return dataset.GetRasterXSize() == count ? read(dataset, 0, count, 1) : new double[0];
        } finally {
            dataset.delete();
        }
    }
}
