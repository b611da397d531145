package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the MTL files of Landsat Collection 2 (USGS LSDS-1822, LSDS-1414 and others) in ODL, XML and JSON. */
public final class Landsat implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Landsat.class.getResourceAsStream("landsat.txt"));
    private static final String CELL = "\\d{1,3}";
    private static final double MSS_GSD = 79;
    private static final double GSD = 30;

    @Override
    public String id() {
        return "landsat";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section scene, PartialItem item) {
        item.set("datetime", datetime(scene));
        item.set("platform", scene.text("SPACECRAFT_ID").map(id -> lower(id).replace('_', '-')));
        item.set("constellation", "landsat");
        scene.text("SENSOR_ID").map(Landsat::lower).ifPresent(sensor -> {
            item.set("instruments", List.of((Object[]) sensor.split("_")));
            item.set("gsd", sensor.equals("mss") ? MSS_GSD : GSD);
        });
        item.knownNumber(scene, "eo:cloud_cover", "CLOUD_COVER", percent -> percent);
        item.number(scene, "view:sun_azimuth", "SUN_AZIMUTH", PartialItem::azimuth);
        item.number(scene, "view:sun_elevation", "SUN_ELEVATION");
        offNadir(scene, item);
        grid(scene, item);
        item.set("processing:level", scene.text("PROCESSING_LEVEL"));
        scene.text("PROCESSING_SOFTWARE_VERSION").ifPresent(name -> software(name, item));
        outline(scene).ifPresent(item::outline);
        item.assets("", List.of());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> datetime(Section scene) {
        return scene.text("DATE_ACQUIRED")
                .flatMap(date -> scene.text("SCENE_CENTER_TIME").map(time -> date + "T" + time));
    }

    /** Only Landsat 8 and 9 can look aside, which they do by rolling; the others have no such member. */
    private static void offNadir(Section scene, PartialItem item) {
        if (scene.text("NADIR_OFFNADIR").orElse("NADIR").equals("OFFNADIR")) {
            item.number(scene, "view:off_nadir", "ROLL_ANGLE", BigDecimal::abs);
        } else {
            item.set("view:off_nadir", 0);
        }
    }

    private static void grid(Section scene, PartialItem item) {
        Optional<String> path = scene.text("WRS_PATH").filter(text -> text.matches(CELL));
        Optional<String> row = scene.text("WRS_ROW").filter(text -> text.matches(CELL));
        if (path.isPresent() && row.isPresent()) {
            String type = scene.text("WRS_TYPE").orElse("2");
            item.set(
                    "grid:code",
                    "WRS%s-%03d%03d".formatted(type, Integer.valueOf(path.get()), Integer.valueOf(row.get())));
        }
    }

    /** A name and a version, such as {@code LPGS_16.0.0}. */
    private static void software(String name, PartialItem item) {
        int end = name.indexOf('_');
        if (end > 0) {
            item.set("processing:software", Map.of(name.substring(0, end), name.substring(end + 1)));
        }
    }

    private static Optional<List<String>> outline(Section scene) {
        List<String> ordinates = Stream.of("UL", "LL", "LR", "UR")
                .flatMap(corner -> Stream.of("CORNER_%s_LON_PRODUCT", "CORNER_%s_LAT_PRODUCT")
                        .flatMap(name -> scene.text(name.formatted(corner)).stream()))
                .toList();
        return ordinates.size() == 8 ? Optional.of(ordinates) : Optional.empty();
    }
}
