package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.datetime.CfTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.Group;
import org.gdal.gdal.MDArray;

/**
 * The arrays of a Zarr store with several. Those of two dimensions become bands, and of those with more each slice of
 * the last two; one of a single dimension may be a time axis.
 */
final class ZarrStore {

    static final String DRIVER = "Zarr";

    private final String path;
    private final int most;
    private final List<Variable> variables = new ArrayList<>();
    private final CfTimes times = new CfTimes();

    private ZarrStore(String path, int most) {
        this.path = path;
        this.most = most;
    }

    /**
     * Opens the arrays of a store.
     *
     * @param most the number of bands to open at most
     */
    static ZarrStore open(String path, int most) {
        ZarrStore store = new ZarrStore(path, most);
        Dataset arrays = GdalDrivers.openArrays(path);
        if (arrays != null) {
            store.add(arrays.GetRootGroup());
            arrays.delete();
        }
        return store;
    }

    List<Variable> variables() {
        return variables;
    }

    /** Returns the times of all time axes. */
    CfTimes times() {
        return times;
    }

    /** A folder has no order. */
    private static List<String> sorted(List<?> names) {
        return names.stream().map(String::valueOf).sorted().toList();
    }

    private void add(Group group) {
        for (String name : sorted(group.GetMDArrayNames())) {
            add(group.OpenMDArray(name));
        }
        for (String name : sorted(group.GetGroupNames())) {
            add(group.OpenGroup(name));
        }
    }

    private void add(MDArray array) {
        String dataset = "ZARR:\"" + path + "\":" + array.GetFullName();
        int dimensions = (int) array.GetDimensionCount();
        if (dimensions == 1) {
            time(array)
                    .ifPresent(time -> CfCoordinates.add(
                            times, array, values(dataset).boxed().flatMap(value -> TimeTags.instant(time, value))));
        } else if (dimensions > 1) {
            addSlices(dataset, array.GetFullName().substring(1), dimensions - 2);
        }
    }

    /** Adds what further indices select; false when there is nothing. */
    private boolean addSlices(String dataset, String name, int indices) {
        if (indices == 0) {
            Dataset opened = variables.size() < most ? GdalDrivers.open(dataset) : null;
            return opened != null && variables.add(new Variable(opened, name));
        }
        int index = 0;
        while (addSlices(dataset + ":" + index, name + "_" + (index + 1), indices - 1)) {
            index++;
        }
        return index > 0;
    }

    private static Optional<CfTime> time(MDArray array) {
        String unit = array.GetUnit();
        return unit == null ? Optional.empty() : CfTime.of(unit, CfCoordinates.text(array, "calendar"));
    }

    private DoubleStream values(String dataset) {
        Dataset axis = GdalDrivers.open(dataset);
        if (axis == null) {
            return DoubleStream.empty();
        }
        double[] values = CfCoordinates.read(axis, 0, axis.GetRasterXSize(), 1);
        axis.delete();
        return DoubleStream.of(values).filter(Double::isFinite);
    }
}
