package io.stacgenerator.internal.gdal;

import static java.util.stream.Collectors.toList;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.gdal.Variable.Grid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gdal.gdal.Dataset;

/**
 * The datasets of a file that become the bands of its raster.
 *
 * <p>NetCDF and HDF files and Zarr stores with several variables are containers without bands of their own. Their
 * variables with the largest grid become the bands, in the order of the file; a warning names those with other grids.
 */
final class Variables {

    private static final int MOST = 200;

    private final List<Warning> warnings;
    private CfTimes times = new CfTimes();

    Variables(List<Warning> warnings) {
        this.warnings = warnings;
    }

    /** Returns the datasets of an open file; none when it has no raster. The file stays open. */
    List<Variable> of(Dataset file) {
        if (file.GetRasterCount() > 0) {
            return List.of(new Variable(file, file.GetRasterBand(1).GetMetadataItem("NETCDF_VARNAME")));
        }
        Map<Grid, List<Variable>> byGrid =
                arrays(file).stream().collect(Collectors.groupingBy(Variable::grid, LinkedHashMap::new, toList()));
        List<Variable> largest = byGrid.entrySet().stream()
                .reduce((a, b) -> b.getKey().pixels() > a.getKey().pixels() ? b : a)
                .map(Map.Entry::getValue)
                .orElse(List.of());
        byGrid.values().remove(largest);
        leaveOut(byGrid.values().stream().flatMap(List::stream).toList());
        return largest;
    }

    /** Returns the times of time axes that GDAL does not list among the metadata of the file. */
    CfTimes times() {
        return times;
    }

    private List<Variable> arrays(Dataset file) {
        if (!file.GetDriver().getShortName().equals(ZarrStore.DRIVER)) {
            return open(file);
        }
        ZarrStore store = ZarrStore.open(file.GetDescription(), MOST);
        times = store.times();
        return store.variables();
    }

    private List<Variable> open(Dataset file) {
        List<Variable> variables = new ArrayList<>();
        Map<String, String> names = Metadata.domain(file, "SUBDATASETS");
        for (int i = 1; i <= MOST; i++) {
            String name = names.get("SUBDATASET_" + i + "_NAME");
            if (name == null) {
                return variables;
            }
            Dataset dataset = GdalDrivers.open(name);
            if (dataset != null && dataset.GetRasterCount() > 0) {
                variables.add(new Variable(dataset, name.replaceFirst("^.*[:/]", "")));
            }
        }
        return variables;
    }

    private void leaveOut(List<Variable> others) {
        if (!others.isEmpty()) {
            String names = others.stream().map(Variable::name).collect(Collectors.joining(", "));
            warnings.add(new Warning(
                    "variables-left-out",
                    "the variables %s have smaller grids than the bands and are left out".formatted(names)));
            others.forEach(Variable::close);
        }
    }
}
