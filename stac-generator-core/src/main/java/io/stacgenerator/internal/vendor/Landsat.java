package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the MTL files of Landsat Collection 2 (USGS LSDS-1822, LSDS-1328, LSDS-1414 to 1416) in ODL, XML and JSON, and
 * those of Collection 1 and of the scenes before it, whose groups and names are others.
 */
public final class Landsat implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Landsat.class.getResourceAsStream("landsat.txt"));
    private static final String CELL = "\\d{1,3}";
    private static final String NUMBER = "[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?";
    private static final String FILE_NAME = "FILE_NAME_";
    private static final Pattern OLD_FILE_NAME = Pattern.compile("BAND(?<band>\\d+)_FILE_NAME");
    private static final Pattern SUFFIX =
            Pattern.compile(".+(?:_T[12]|_RT|_\\d\\d|[A-Z]{3}\\d\\d)_(?<band>\\w+)\\.\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MTL =
            Pattern.compile("(?<scene>L[COTEM\\d].+?)(?:_MTL)?\\.\\w+", Pattern.CASE_INSENSITIVE);
    private static final String TERMS =
            "https://www.usgs.gov/faqs/are-there-any-restrictions-use-or-redistribution-landsat-data";
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
        if (scene.first("global_metadata").isPresent()) {
            LandsatArd.describe(scene, item);
        } else {
            scene(scene, item);
        }
    }

    private static void scene(Section scene, PartialItem item) {
        boolean ofTile = scene.first("TILE_METADATA").isPresent();
        item.id(named(item.fileName())
                .filter(name -> ofTile)
                .or(() -> first(scene, "LANDSAT_PRODUCT_ID", "LANDSAT_SCENE_ID"))
                .or(() -> named(item.fileName())));
        item.set("datetime", datetime(scene));
        instrument(scene, item);
        view(scene, item);
        Optional<String> collection = collection(scene);
        if (ofTile) {
            named(item.fileName()).ifPresent(name -> LandsatArd.grid(name, item));
        } else {
            grid(scene, item, collection.isPresent());
        }
        if (collection.isPresent()) {
            collection(scene, item);
        }
        terms(item);
        processing(scene, item);
        projection(scene.first("PROJECTION_ATTRIBUTES").orElse(scene), item);
        outline(scene).ifPresent(item::outline);
        String level = level(scene);
        String series = collection.map("Collection %s "::formatted).orElse("");
        item.set("description", "Landsat %sLevel-%s".formatted(series, level));
        item.assets("", List.of()).forEach(asset -> asset(asset, scene, series, level));
    }

    private static void instrument(Section scene, PartialItem item) {
        item.set(
                "platform",
                scene.text("SPACECRAFT_ID")
                        .map(PartialItem::lowerCase)
                        .map(id -> id.replaceFirst("^landsat[-_ ]?", "landsat-")));
        item.set("constellation", "landsat");
        scene.text("SENSOR_ID").map(PartialItem::lowerCase).ifPresent(sensor -> {
            item.set("instruments", sensor.equals("etm") ? List.of("etm+") : List.of((Object[]) sensor.split("_")));
            item.set("gsd", sensor.equals("mss") ? MSS_GSD : GSD);
        });
    }

    private static void view(Section scene, PartialItem item) {
        item.knownNumber(scene, "eo:cloud_cover", "CLOUD_COVER", percent -> percent);
        item.number(scene, "view:sun_azimuth", "SUN_AZIMUTH", PartialItem::azimuth);
        item.number(scene, "view:sun_elevation", "SUN_ELEVATION");
        offNadir(scene, item);
    }

    /** Scenes before the collections have none, and the name of their document is that of Collection 1 too. */
    private static Optional<String> collection(Section scene) {
        return scene.text("COLLECTION_NUMBER")
                .map(number -> number.replaceFirst("^0+", ""))
                .or(() -> scene.first("L1_METADATA_FILE").isPresent() ? Optional.empty() : Optional.of("2"));
    }

    private static Optional<String> first(Section scene, String... names) {
        return Stream.of(names).flatMap(name -> scene.text(name).stream()).findFirst();
    }

    private static Optional<String> named(String fileName) {
        Matcher name = MTL.matcher(fileName);
        return name.matches() ? Optional.of(name.group("scene")) : Optional.empty();
    }

    private static String level(Section scene) {
        return processingLevel(scene)
                .filter(level -> level.startsWith("L") && level.length() > 1)
                .map(level -> level.substring(1, 2))
                .orElse("1");
    }

    private static Optional<String> processingLevel(Section scene) {
        return first(scene, "PROCESSING_LEVEL", "DATA_TYPE", "PRODUCT_TYPE");
    }

    /** The fields of the landsat extension; the scene has an id in its level 1 alone. */
    private static void collection(Section scene, PartialItem item) {
        item.set(
                "landsat:scene_id",
                scene.text("LANDSAT_SCENE_ID")
                        .filter(id -> scene.first("TILE_METADATA").isEmpty()));
        item.number(scene, "landsat:cloud_cover_land", "CLOUD_COVER_LAND");
        item.set("landsat:collection_category", scene.text("COLLECTION_CATEGORY"));
        item.set("landsat:collection_number", scene.text("COLLECTION_NUMBER"));
        item.set("landsat:correction", processingLevel(scene));
        scene.text("DIGITAL_OBJECT_IDENTIFIER").ifPresent(doi -> {
            item.set("sci:doi", doi.replaceFirst("^https?://(dx\\.)?doi\\.org/", ""));
            item.link("cite-as", doi, "", "");
        });
    }

    static void terms(PartialItem item) {
        item.set("license", "other");
        item.link("license", TERMS, "Use and redistribution of Landsat data", "text/html");
        item.provider("NASA", "https://landsat.gsfc.nasa.gov/", "producer", "licensor");
        item.provider("USGS", "https://www.usgs.gov/landsat-missions", "producer", "processor", "licensor");
    }

    private static void processing(Section scene, PartialItem item) {
        item.set("processing:level", processingLevel(scene));
        item.set("processing:datetime", first(scene, "DATE_PRODUCT_GENERATED", "FILE_DATE", "PRODUCT_CREATION_TIME"));
        first(scene, "PROCESSING_SOFTWARE_VERSION", "PROCESSING_SOFTWARE").ifPresent(name -> software(name, item));
    }

    /** Scenes are in UTM, always of the north, and in polar stereographic around the south pole. */
    private static void projection(Section projection, PartialItem item) {
        first(projection, "UTM_ZONE", "ZONE_NUMBER")
                .filter(zone -> zone.matches("[1-9]|[1-5]\\d|60"))
                .ifPresent(zone -> item.set("proj:code", "EPSG:%d".formatted(32600 + Integer.parseInt(zone))));
        if (projection.text("MAP_PROJECTION").orElse("").equals("PS")
                && projection.text("TRUE_SCALE_LAT").orElse("").startsWith("-71")) {
            item.set("proj:code", "EPSG:3031");
        }
        Optional<Double> size = number(projection, "GRID_CELL_SIZE_REFLECTIVE");
        Optional<Double> west = number(projection, "CORNER_UL_PROJECTION_X_PRODUCT");
        Optional<Double> north = number(projection, "CORNER_UL_PROJECTION_Y_PRODUCT");
        Optional<Double> lines = number(projection, "REFLECTIVE_LINES");
        Optional<Double> samples = number(projection, "REFLECTIVE_SAMPLES");
        if (size.isPresent() && west.isPresent() && north.isPresent() && lines.isPresent() && samples.isPresent()) {
            // the corners are the centers of pixels
            double half = size.get() / 2;
            item.set("proj:shape", List.of(lines.get().intValue(), samples.get().intValue()));
            item.set(
                    "proj:transform",
                    List.of(size.get(), 0.0, west.get() - half, 0.0, -size.get(), north.get() + half));
        }
    }

    private static Optional<Double> number(Section part, String name) {
        return part.text(name).filter(text -> text.matches(NUMBER)).map(Double::valueOf);
    }

    private static void asset(PartialAsset asset, Section scene, String series, String level) {
        Matcher suffix = SUFFIX.matcher(asset.file().name());
        if (suffix.matches()) {
            String band = suffix.group("band").toUpperCase(Locale.ROOT);
            scale(asset, scene, band);
            pixels(asset, scene);
            description(asset, band, series, level);
        }
        if (scene.first("MIN_MAX_RADIANCE").isPresent()) {
            oldScale(asset, scene);
        }
    }

    /** Until August 2012 an MTL gave the radiances of the least and the greatest pixel, not the line through them. */
    private static void oldScale(PartialAsset asset, Section scene) {
        scene.within()
                .filter(section ->
                        section.text().strip().equalsIgnoreCase(asset.file().name()))
                .map(section -> OLD_FILE_NAME.matcher(section.name()))
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(name -> oldScale(asset, scene, "_BAND" + name.group("band")));
    }

    private static void oldScale(PartialAsset asset, Section scene, String band) {
        List<Double> line = Stream.of("LMIN", "LMAX", "QCALMIN", "QCALMAX")
                .flatMap(name -> number(scene, name + band).stream())
                .toList();
        if (line.size() == 4 && line.get(3) > line.get(2)) {
            double scale = (line.get(1) - line.get(0)) / (line.get(3) - line.get(2));
            asset.set("raster:scale", scale);
            asset.set("raster:offset", line.get(0) - scale * line.get(2));
            asset.set("unit", Units.RADIANCE);
        }
    }

    /** The names of level 1 stand again in products of level 2, so each is read from its group. */
    private static void scale(PartialAsset asset, Section scene, String band) {
        if (band.startsWith("SR_B")) {
            Section group = scene.part("LEVEL2_SURFACE_REFLECTANCE_PARAMETERS");
            rescaling(asset, group, "REFLECTANCE_%s_BAND_" + band.substring(4));
        } else if (band.startsWith("ST_B")) {
            rescaling(asset, scene.part("LEVEL2_SURFACE_TEMPERATURE_PARAMETERS"), "TEMPERATURE_%s_BAND_" + band);
        } else if (band.matches("B\\d.*")) {
            Section group =
                    scene.first("LEVEL1_RADIOMETRIC_RESCALING").orElseGet(() -> scene.part("RADIOMETRIC_RESCALING"));
            rescaling(asset, group, "RADIANCE_%s_BAND_" + band.substring(1));
            asset.set("unit", Units.RADIANCE);
        }
    }

    /** The names of values go by those of the names of files. */
    private static void pixels(PartialAsset asset, Section scene) {
        scene.within()
                .filter(section -> section.name().startsWith(FILE_NAME)
                        && section.text().strip().equalsIgnoreCase(asset.file().name()))
                .findFirst()
                .flatMap(section -> scene.text("DATA_TYPE_" + section.name().substring(FILE_NAME.length())))
                .filter(type -> type.matches("U?INT(8|16)"))
                .ifPresent(type -> {
                    asset.set("data_type", PartialItem.lowerCase(type));
                    String cell = asset.file().key().equals("pan") ? "PANCHROMATIC" : "REFLECTIVE";
                    asset.set("raster:spatial_resolution", number(scene, "GRID_CELL_SIZE_" + cell));
                });
    }

    private static void rescaling(PartialAsset asset, Section group, String name) {
        asset.set("raster:scale", number(group, name.formatted("MULT")));
        asset.set("raster:offset", number(group, name.formatted("ADD")));
    }

    /** As USGS describes the files of its products. */
    private static void description(PartialAsset asset, String band, String series, String level) {
        String title = String.valueOf(asset.members().get("title"));
        String text = switch (band.substring(0, Math.min(4, band.length()))) {
            case "SR_B" -> "%s (%s) Surface Reflectance".formatted(title, band);
            case "ST_B" -> "Thermal Infrared Band (%s) Surface Temperature".formatted(band);
            case "QA_P", "QA_R" -> "%s (%s)".formatted(title, band);
            case "MTL", "ANG" -> title;
            default ->
                band.startsWith("SR_")
                        ? "%s (%s) Surface Reflectance Product".formatted(title, band)
                        : band.startsWith("ST_")
                                ? "%s (%s) Surface Temperature Product".formatted(title, band)
                                : band.matches("B\\d.*")
                                        ? "%s (%s) Top of Atmosphere Radiance".formatted(title, band)
                                        : "";
        };
        if (!text.isEmpty()) {
            boolean first = band.matches("QA_.*|ANG|B\\d.*");
            asset.set("description", "%sLevel-%s %s".formatted(series, first ? "1" : level, text));
        }
    }

    private static Optional<String> datetime(Section scene) {
        return first(scene, "DATE_ACQUIRED", "ACQUISITION_DATE")
                .flatMap(date -> first(scene, "SCENE_CENTER_TIME", "SCENE_CENTER_SCAN_TIME")
                        .map(time -> date + "T" + time));
    }

    /** Only Landsat 8 and 9 can look aside, which they do by rolling; the others have no such member. */
    private static void offNadir(Section scene, PartialItem item) {
        if (scene.text("NADIR_OFFNADIR").orElse("NADIR").equals("OFFNADIR")) {
            item.number(scene, "view:off_nadir", "ROLL_ANGLE", BigDecimal::abs);
        } else {
            item.set("view:off_nadir", 0);
        }
    }

    private static void grid(Section scene, PartialItem item, boolean inCollection) {
        String type = scene.text("WRS_TYPE")
                .orElse(scene.text("SPACECRAFT_ID").orElse("").matches("(?i)LANDSAT.?[1-3]") ? "1" : "2");
        grid(type, scene.text("WRS_PATH"), first(scene, "WRS_ROW", "STARTING_ROW"), item, inCollection);
    }

    static void grid(
            String type, Optional<String> wrsPath, Optional<String> wrsRow, PartialItem item, boolean inCollection) {
        Optional<String> path = wrsPath.filter(text -> text.matches(CELL));
        Optional<String> row = wrsRow.filter(text -> text.matches(CELL));
        if (path.isPresent() && row.isPresent()) {
            String column = "%03d".formatted(Integer.valueOf(path.get()));
            String line = "%03d".formatted(Integer.valueOf(row.get()));
            item.set("grid:code", "WRS%s-%s%s".formatted(type, column, line));
            if (inCollection) {
                item.set("landsat:wrs_type", type);
                item.set("landsat:wrs_path", column);
                item.set("landsat:wrs_row", line);
            }
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
                .flatMap(corner -> Stream.of("LON", "LAT")
                        .flatMap(axis -> first(
                                scene,
                                "CORNER_%s_%s_PRODUCT".formatted(corner, axis),
                                "PRODUCT_%s_CORNER_%s".formatted(corner, axis))
                                .stream()))
                .toList();
        return ordinates.size() == 8 ? Optional.of(ordinates) : Optional.empty();
    }
}
