package io.stacgenerator.internal.extension;

import static io.stacgenerator.spi.field.FieldLevel.ASSET;
import static io.stacgenerator.spi.field.FieldLevel.ITEM;
import static io.stacgenerator.spi.field.FieldTrait.ATOMIC;
import static io.stacgenerator.spi.field.FieldTrait.INDIVIDUAL;
import static io.stacgenerator.spi.field.FieldTrait.LOCATING;
import static io.stacgenerator.spi.field.FieldTrait.MEASURED;
import static io.stacgenerator.spi.field.FieldTrait.NULLABLE;
import static io.stacgenerator.spi.field.FieldTrait.REQUIRED;
import static io.stacgenerator.spi.field.FieldType.INTEGERS;
import static io.stacgenerator.spi.field.FieldType.NUMBER;
import static io.stacgenerator.spi.field.FieldType.NUMBERS;
import static io.stacgenerator.spi.field.FieldType.OBJECT;
import static io.stacgenerator.spi.field.FieldType.STRING;

import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.image.Pictures;
import io.stacgenerator.internal.item.GeometryForm;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.zarr.LocatingDataset;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldSummary;
import io.stacgenerator.spi.field.FieldType;
import io.stacgenerator.spi.field.SchemaRules;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The projection extension 2.0.0: reference system, shape, transform and box of each raster; on the Item where all
 * rasters agree.
 */
public final class ProjExtension extends BuiltInExtension {

    private static final String CODE = "proj:code";

    private static final String EPSG = "proj:epsg";
    private static final Pattern NUMBER_OF_EPSG = Pattern.compile("(\\d{1,9})(\\.0+)?");

    private static final List<Field> FIELDS = List.of(
            field("code", STRING).with(NULLABLE, LOCATING, INDIVIDUAL).summary(FieldSummary.DISTINCT),
            field("wkt2", STRING).with(NULLABLE, LOCATING, INDIVIDUAL),
            field("projjson", OBJECT)
                    .with(NULLABLE, ATOMIC, LOCATING, INDIVIDUAL)
                    .rule(ProjjsonRules::check),
            field("geometry", OBJECT)
                    .with(ATOMIC, MEASURED, INDIVIDUAL)
                    .rule(value -> GeometryForm.fault("", value).stream().toList()),
            field("bbox", NUMBERS).lengths(4, 6),
            field("centroid", OBJECT)
                    .with(ATOMIC, LOCATING, INDIVIDUAL)
                    .members(
                            Field.of("lat", NUMBER).between(-90, 90).with(REQUIRED),
                            Field.of("lon", NUMBER).between(-180, 180).with(REQUIRED)),
            field("shape", INTEGERS).lengths(2),
            field("transform", NUMBERS).lengths(6, 9));

    /** Creates the extension. */
    public ProjExtension() {
        super("proj", "projection", "2.0.0", "1.1.0", SchemaRules.open().closed(), FIELDS);
    }

    private static Field field(String name, FieldType type) {
        return Field.of("proj:" + name, type).at(ITEM, ASSET).with(MEASURED, INDIVIDUAL);
    }

    @Override
    public boolean needsAssets() {
        return true;
    }

    @Override
    @SuppressWarnings("NullAway") // proj:code null says that there is no code (projection 2.0.0)
    public void upgrade(FieldHolder holder) {
        Map<String, Object> members = holder.members();
        if (!members.containsKey(EPSG)) {
            return;
        }
        Object epsg = members.get(EPSG);
        Matcher number = NUMBER_OF_EPSG.matcher(String.valueOf(epsg).strip());
        if (epsg == null || number.matches()) {
            members.remove(EPSG);
            members.putIfAbsent(CODE, epsg == null ? null : "EPSG:" + Integer.parseInt(number.group(1)));
        }
    }

    /**
     * Writes {@code proj:code} as {@code proj:epsg}. Version 1.1.0 can say nothing else; where an Item has a code of
     * another authority, which stays next to {@code proj:epsg} null, or a PROJJSON of version 0.7, 1.2.0 is declared,
     * which knows these too.
     */
    @Override
    public String downgrade(List<FieldHolder> item) {
        item.forEach(holder -> downgrade(holder.members()));
        return uri(item.stream().anyMatch(ProjExtension::isBeyond11) ? "1.2.0" : "1.1.0");
    }

    @SuppressWarnings("NullAway") // proj:epsg null says that there is no code (projection 1.1.0)
    private static void downgrade(Map<String, Object> members) {
        if (!members.containsKey(CODE)) {
            return;
        }
        Map<String, Object> old = new LinkedHashMap<>(members);
        members.clear();
        old.forEach((name, value) -> {
            if (name.equals(CODE)) {
                members.put(EPSG, CrsTable.epsg(String.valueOf(value)).orElse(null));
            } else {
                members.put(name, value);
            }
        });
        if (members.get(EPSG) == null && old.get(CODE) != null) {
            members.put(CODE, old.get(CODE));
        }
    }

    private static boolean isBeyond11(FieldHolder holder) {
        return holder.members().containsKey(CODE) || holder.members().get("proj:projjson") != null;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        List<AssetDraft> rasters = item.assets().values().stream()
                .filter(asset -> asset.raster().isPresent()
                        || asset.dataset().filter(Dataset::isSpatial).isPresent())
                .toList();
        boolean located = rasters.stream().anyMatch(asset -> !isPicture(asset));
        List<Map<String, Object>> fields = new ArrayList<>();
        for (AssetDraft asset : rasters) {
            fields.add(
                    isPicture(asset)
                            ? uncovered(located)
                            : LocatingDataset.of(asset)
                                    .map(dataset -> fields(dataset, asset.raster()))
                                    .orElseGet(() -> fields(asset.raster().orElseThrow())));
        }
        Map<String, Object> shared = shared(fields);
        for (int i = 0; i < rasters.size(); i++) {
            fields.get(i).entrySet().removeAll(shared.entrySet());
            rasters.get(i).fields().putAll(fields.get(i));
        }
        item.properties().putAll(shared);
    }

    private static boolean isPicture(AssetDraft asset) {
        return asset.raster().filter(Pictures::isUnlocated).isPresent();
    }

    /** A picture that is not located says no more than that the code of others is not its. */
    @SuppressWarnings("NullAway") // proj:code null says that there is no code (projection 2.0.0)
    private static Map<String, Object> uncovered(boolean located) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (located) {
            fields.put(CODE, null);
        }
        return fields;
    }

    private static Map<String, Object> fields(RasterInfo raster) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (raster.transform().isPresent() || raster.groundControlPoints().isEmpty()) {
            putCrs(
                    fields,
                    raster.crs()
                            .orElse(null)); // of ground control points it is not the system of the pixels (projection
            // 2.0.0)
        }
        RasterSize size = raster.size();
        raster.transform().filter(GeoTransform::invertible).ifPresent(transform -> {
            if (raster.crs().isPresent()) {
                fields.put("proj:bbox", bbox(size, transform));
            }
        });
        fields.put("proj:shape", shape(size));
        raster.transform()
                .filter(GeoTransform::invertible)
                .ifPresent(transform -> fields.put("proj:transform", transform.toList()));
        return fields;
    }

    private static List<Integer> shape(RasterSize size) {
        return List.of(size.height(), size.width());
    }

    private static Map<String, Object> fields(Dataset dataset, Optional<RasterInfo> raster) {
        Map<String, Object> fields = new LinkedHashMap<>();
        putCrs(fields, dataset.crs().orElse(null));
        if (dataset.crs().isPresent() && !dataset.bounds().isEmpty()) {
            fields.put("proj:bbox", List.copyOf(dataset.bounds()));
        }
        raster.ifPresent(pixels -> {
            fields.put("proj:shape", shape(pixels.size()));
            pixels.transform()
                    .filter(transform -> fills(pixels.size(), transform, dataset.bounds()))
                    .ifPresent(transform -> fields.put("proj:transform", transform.toList()));
        });
        return fields;
    }

    /** Returns whether a raster has the edges of a box, to a hundredth of a pixel. */
    private static boolean fills(RasterSize size, GeoTransform transform, List<Double> box) {
        List<Double> own = bbox(size, transform);
        return IntStream.range(0, box.size()).allMatch(i -> {
            double pixel =
                    i % 2 == 0 ? (box.get(2) - box.get(0)) / size.width() : (box.get(3) - box.get(1)) / size.height();
            return Math.abs(own.get(i) - box.get(i)) <= 0.01 * pixel;
        });
    }

    @SuppressWarnings("NullAway") // proj:code null says that there is no code (projection 2.0.0)
    private static void putCrs(Map<String, Object> fields, @Nullable CrsDefinition crs) {
        fields.put(CODE, crs == null ? null : crs.code().orElse(null));
        if (crs != null) {
            ReferenceSystems.wkt2(crs).ifPresent(wkt2 -> fields.put("proj:wkt2", wkt2));
            crs.projjson().ifPresent(projjson -> fields.put("proj:projjson", projjson));
        }
    }

    private static List<Double> bbox(RasterSize size, GeoTransform transform) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double column = (corner & 1) * size.width();
            double row = (corner >> 1) * size.height();
            minX = Math.min(minX, transform.x(column, row));
            maxX = Math.max(maxX, transform.x(column, row));
            minY = Math.min(minY, transform.y(column, row));
            maxY = Math.max(maxY, transform.y(column, row));
        }
        return List.of(minX, minY, maxX, maxY);
    }

    /**
     * Returns what all located rasters have in common. A raster without a field is not covered by the field of another;
     * a thumbnail that is not located says by a null code of its own that the code is not its.
     */
    private static Map<String, Object> shared(List<Map<String, Object>> rasters) {
        Map<String, Object> shared = new LinkedHashMap<>();
        List<Map<String, Object>> located = rasters.stream()
                .filter(raster -> raster.containsKey("proj:bbox"))
                .toList();
        List<Map<String, Object>> telling = located.isEmpty() ? rasters : located;
        telling.stream()
                .findFirst()
                .ifPresent(first -> first.forEach((name, value) -> {
                    boolean known = rasters.stream().allMatch(raster -> raster.containsKey(name));
                    if (known && telling.stream().allMatch(raster -> Objects.equals(raster.get(name), value))) {
                        shared.put(name, value);
                    }
                }));
        return shared;
    }
}
