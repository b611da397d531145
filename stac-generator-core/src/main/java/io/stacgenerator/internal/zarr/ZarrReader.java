package io.stacgenerator.internal.zarr;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Describes Zarr stores (Zarr specifications 2 and 3) from their metadata, by the conventions of CF, GeoZarr and EOPF.
 * Of chunks, only the first and the last ones of coordinates are read. The fields are those of the extensions datacube
 * 2.3.0 and zarr 1.1.0.
 */
public final class ZarrReader implements DatasetReader {

    private static final Pattern STORE = Pattern.compile("(?i)[^?#]*\\.(zarr|zr3)/?");

    @Override
    public String id() {
        return "zarr";
    }

    /** A folder that was opened as one file is a store; another store is known by its root document. */
    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        String name = Hrefs.fileName(object.href());
        boolean root = name.equals(ZarrStore.V3) || name.equals(ZarrStore.V2);
        return head.hasRemaining()
                ? root && head.get(head.position()) == '{'
                : object.localPath().filter(Files::isDirectory).isPresent();
    }

    @Override
    public List<String> documents(String href) {
        if (!STORE.matcher(href).matches()) {
            return List.of();
        }
        String folder = href.endsWith("/") ? href : href + "/";
        return List.of(folder + ZarrStore.V3, folder + ZarrStore.V2);
    }

    @Override
    public Dataset read(StorageObject object, GenerationContext context) throws IOException {
        ZarrStore store = ZarrStore.open(object, context);
        ZarrCube cube = ZarrCube.of(store);
        List<Warning> warnings = new ArrayList<>();
        CrsDefinition crs = cube.crs(warnings).orElse(null);
        warnings.forEach(context::warn);
        Dataset.Builder dataset = Dataset.builder("application/vnd.zarr")
                .crs(crs)
                .field("zarr:zarr_format", store.version())
                .field("zarr:node_type", "group")
                .field("zarr:consolidated", store.consolidated());
        List<Double> bounds = cube.bounds();
        if (crs == null && bounds.isEmpty()) {
            context.warn(
                    new Warning("bounds-missing", object.href() + " has no grid with known coordinates", "/geometry"));
        }
        if (!bounds.isEmpty()) {
            dataset.bounds(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3));
        }
        List<Instant> times = cube.times();
        if (!times.isEmpty()) {
            dataset.times(times.get(0), times.get(1));
        }
        Map<String, Object> dimensions = cube.dimensionFields(crs);
        if (!dimensions.isEmpty()) {
            dataset.field("cube:dimensions", dimensions).field("cube:variables", cube.variableFields());
        }
        return dataset.build();
    }
}
