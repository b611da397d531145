package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the metadata of Sentinel-2 products of level 1C and 2A (ESA, Sentinel-2 Products Specification Document): those
 * of the product, which date it, and those of its tile, which give the angles.
 */
public final class Sentinel2 implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Sentinel2.class.getResourceAsStream("sentinel2.txt"));
    private static final String OF_THE_PRODUCT =
            "(?i)MTD_MSIL(1C|2A)\\.xml|product_metadata\\.xml|S2._...._MTD_.+\\.xml";
    private static final String OF_THE_TILE = "(?i)MTD_TL\\.xml|(granule_)?metadata\\.xml|S2._...._MTD_L.._TL_.+\\.xml";
    private static final String NUMBER = "[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?";
    private static final double QUANTIFICATION = 10_000;

    /** The bands in the order of the numbers that documents give them. */
    private static final List<String> BANDS =
            List.of("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12");

    private static final List<String> CONTENT = List.of(
            "DEGRADED_MSI_DATA_PERCENTAGE",
            "NODATA_PIXEL_PERCENTAGE",
            "SATURATED_DEFECTIVE_PIXEL_PERCENTAGE",
            "DARK_FEATURES_PERCENTAGE",
            "CLOUD_SHADOW_PERCENTAGE",
            "VEGETATION_PERCENTAGE",
            "NOT_VEGETATED_PERCENTAGE",
            "WATER_PERCENTAGE",
            "UNCLASSIFIED_PERCENTAGE",
            "MEDIUM_PROBA_CLOUDS_PERCENTAGE",
            "HIGH_PROBA_CLOUDS_PERCENTAGE",
            "THIN_CIRRUS_PERCENTAGE",
            "SNOW_ICE_PERCENTAGE");

    private static final Pattern TILE =
            Pattern.compile("_T(?<cell>(?<zone>\\d\\d)(?<band>[C-X])(?<square>[A-Z]{2}))(?=[_.]|$)");
    private static final double FINEST_GSD = 10;
    private static final double PREVIEW_GSD = 320;

    /** The end of a tile's name, such as {@code N04.00}: its processing baseline. */
    private static final Pattern BASELINE = Pattern.compile("_N(?<baseline>\\d\\d\\.\\d\\d)$");

    /** From baseline 04.00 on values are stored with an offset (ESA, Sentinel-2 processing baseline 04.00). */
    private static final double FIRST_WITH_OFFSET = 4;

    private static final double OFFSET = -1000;

    @Override
    public String id() {
        return "sentinel2";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        item.set("constellation", "sentinel-2");
        item.set("instruments", List.of("msi"));
        item.set("gsd", FINEST_GSD);
        item.number(said, "eo:snow_cover", "SNOW_ICE_PERCENTAGE");
        List<PartialAsset> assets = item.assets("", List.of());
        assets.forEach(Sentinel2::types);
        if (said.first("PRODUCT_START_TIME").isPresent()) {
            product(said, item);
            assets.forEach(asset -> scale(asset, said));
        } else if (said.first("tileGeometry").isPresent()) {
            tileOfAws(said, item);
        } else {
            tile(said, item);
            assets.forEach(asset -> tile(asset, said));
            if (!item.hasMetadata(OF_THE_PRODUCT)) {
                withoutProduct(said, item, assets);
            }
        }
    }

    /** What holds of files that nobody opens. */
    private static void types(PartialAsset asset) {
        String key = asset.file().key();
        if (key.equals("safe_manifest")) {
            asset.set("type", "application/xml");
        } else if (key.matches("(scl|visual|cloud|snow)(_\\d+m)?")) {
            asset.set("data_type", "uint8");
        } else if (asset.members().containsKey("nodata")) {
            asset.set("data_type", "uint16");
        }
    }

    private static void product(Section said, PartialItem item) {
        item.id(text(said, "PRODUCT_URI").map(name -> name.replaceFirst("\\.SAFE$", "")));
        if (!item.hasMetadata(OF_THE_TILE)) {
            item.acquired(Optional.empty(), said.text("PRODUCT_START_TIME"), said.text("PRODUCT_STOP_TIME"));
            item.number(said, "eo:cloud_cover", "Cloud_Coverage_Assessment");
        }
        item.set("platform", said.text("SPACECRAFT_NAME").map(PartialItem::lowerCase));
        item.set("processing:level", said.text("PROCESSING_LEVEL").map(Sentinel2::level));
        item.set("processing:version", said.text("PROCESSING_BASELINE"));
        item.set("processing:datetime", said.text("GENERATION_TIME"));
        item.set("sat:orbit_state", said.text("SENSING_ORBIT_DIRECTION").map(PartialItem::lowerCase));
        item.number(said, "sat:relative_orbit", "SENSING_ORBIT_NUMBER");
        text(said, "PRODUCT_URI").ifPresent(name -> grid(name, item));
        said.text("EXT_POS_LIST").map(Sentinel2::longitudeFirst).ifPresent(item::validData);
        for (String name : List.of("PRODUCT_URI", "GENERATION_TIME", "PROCESSING_BASELINE", "PRODUCT_TYPE")) {
            item.set("s2:" + name.toLowerCase(Locale.ROOT), text(said, name));
        }
        item.set("s2:datatake_type", said.text("DATATAKE_TYPE"));
        item.set("s2:datatake_id", said.part("Datatake").attribute("datatakeIdentifier"));
        item.set("s2:datastrip_id", said.part("Granule").attribute("datastripIdentifier"));
        item.number(said.part("Reflectance_Conversion"), "s2:reflectance_conversion_factor", "U");
        Copernicus.terms(item);
    }

    /** The level 2 of 2017 and before has the names of its level 1, marked as its own. */
    private static Optional<String> text(Section said, String name) {
        return Stream.of(name, name + "_2A", "L2A_" + name)
                .flatMap(form -> said.text(form).stream())
                .findFirst();
    }

    /** The pilot of level 2, of 2017, was called {@code Level-2Ap}. */
    private static String level(String level) {
        return level.replaceFirst("^Level-(\\d[A-C])p?$", "L$1");
    }

    /** The numbers that turn a stored value into a physical one: (value + offset) / quantification. */
    private static void scale(PartialAsset asset, Section said) {
        Optional<Integer> band = bandIndex(asset);
        if (band.isPresent()) {
            double quantification = text(said, "BOA_QUANTIFICATION_VALUE")
                    .or(() -> said.text("QUANTIFICATION_VALUE"))
                    .filter(text -> text.matches(NUMBER))
                    .map(Double::valueOf)
                    .filter(value -> value > 0)
                    .orElse(QUANTIFICATION);
            asset.set("raster:scale", 1 / quantification);
            asset.set("raster:offset", addedOffset(said, band.get()) / quantification);
        }
        quantified(asset, said, "aot", "AOT_QUANTIFICATION_VALUE");
        quantified(asset, said, "wvp", "WVP_QUANTIFICATION_VALUE");
    }

    private static void quantified(PartialAsset asset, Section said, String key, String name) {
        if (asset.file().key().startsWith(key)) {
            asset.set(
                    "raster:scale",
                    text(said, name)
                            .filter(text -> text.matches(NUMBER))
                            .map(Double::valueOf)
                            .filter(value -> value > 0)
                            .map(value -> 1 / value));
        }
    }

    private static double addedOffset(Section said, int band) {
        return said.within()
                .filter(section -> section.name().matches("(BOA|RADIO)_ADD_OFFSET"))
                .filter(section -> section.attribute("band_id").orElse("").equals(String.valueOf(band)))
                .map(section -> section.text().strip())
                .filter(text -> text.matches(NUMBER))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    /** Returns the number that documents give a band, for files of one band of reflectances. */
    private static Optional<Integer> bandIndex(PartialAsset asset) {
        List<String> bands = asset.file().bands();
        int index = bands.size() == 1 ? BANDS.indexOf(bands.get(0)) : -1;
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** Names of products and tiles have the cell of the grid, such as {@code T32TNS}. */
    private static void grid(String name, PartialItem item) {
        Matcher tile = TILE.matcher(name);
        if (tile.find()) {
            item.set("grid:code", "MGRS-" + tile.group("cell"));
            item.set("mgrs:utm_zone", Integer.valueOf(tile.group("zone")));
            item.set("mgrs:latitude_band", tile.group("band"));
            item.set("mgrs:grid_square", tile.group("square"));
        }
    }

    private static List<String> longitudeFirst(String positions) {
        List<String> ordinates = new ArrayList<>(List.of(positions.split("\\s+")));
        for (int i = 0; i + 1 < ordinates.size(); i += 2) {
            ordinates.add(i, ordinates.remove(i + 1));
        }
        return ordinates;
    }

    private static void tile(Section said, PartialItem item) {
        item.set("datetime", said.text("SENSING_TIME"));
        text(said, "TILE_ID").ifPresent(name -> grid(name, item));
        item.set("platform", text(said, "TILE_ID").flatMap(Sentinel2::platform));
        item.set("s2:tile_id", text(said, "TILE_ID"));
        item.number(said, "eo:cloud_cover", "CLOUDY_PIXEL_PERCENTAGE");
        for (String name : CONTENT) {
            item.number(said, "s2:" + name.toLowerCase(Locale.ROOT), name);
        }
        said.first("Mean_Sun_Angle").ifPresent(sun -> {
            item.number(sun, "view:sun_azimuth", "AZIMUTH_ANGLE", PartialItem::azimuth);
            item.number(sun, "view:sun_elevation", "ZENITH_ANGLE", PartialItem::complement);
        });
        view(said.all("Mean_Viewing_Incidence_Angle").toList(), item);
        item.set("proj:code", said.text("HORIZONTAL_CS_CODE").filter(code -> code.matches("EPSG:\\d+")));
    }

    /** What the name of a tile says of its product. */
    private static void withoutProduct(Section said, PartialItem item, List<PartialAsset> assets) {
        Optional<String> tile = text(said, "TILE_ID");
        item.id(tile);
        item.set("s2:datastrip_id", text(said, "DATASTRIP_ID"));
        item.set(
                "s2:product_type",
                tile.filter(name -> name.matches("S2.*_MSI_L(1C|2A)_.*"))
                        .map(name -> name.contains("_L2A_") ? "S2MSI2A" : "S2MSI1C"));
        Copernicus.terms(item);
        Matcher baseline = BASELINE.matcher(tile.orElse(""));
        if (baseline.find()) {
            String version = baseline.group("baseline");
            item.set("s2:processing_baseline", version);
            item.set("processing:version", version);
            double offset = Double.parseDouble(version) < FIRST_WITH_OFFSET ? 0 : OFFSET;
            assets.stream().filter(asset -> bandIndex(asset).isPresent()).forEach(asset -> {
                asset.set("raster:scale", 1 / QUANTIFICATION);
                asset.set("raster:offset", offset / QUANTIFICATION);
            });
        }
    }

    /** The {@code tileInfo.json} that AWS makes of each tile; what ESA says too is left to it. */
    private static void tileOfAws(Section said, PartialItem item) {
        if (!item.hasMetadata(OF_THE_TILE)) {
            item.set("datetime", said.text("timestamp"));
            item.set("platform", said.text("productName").flatMap(Sentinel2::platform));
            said.text("productName").ifPresent(name -> grid(name, item));
            Copernicus.terms(item);
        }
        Section outline = said.part("tileDataGeometry");
        Optional<String> code =
                outline.part("crs").text("name").map(name -> "EPSG:" + name.substring(name.lastIndexOf(':') + 1));
        List<String> ordinates = outline.part("coordinates").parts().stream()
                .limit(1)
                .flatMap(ring -> ring.texts("coordinates"))
                .toList();
        code.ifPresent(known -> item.validData(ordinates, known));
    }

    private static void tile(PartialAsset asset, Section said) {
        bandIndex(asset)
                .ifPresent(band -> said.all("Mean_Viewing_Incidence_Angle")
                        .filter(angle -> angle.attribute("bandId").orElse("").equals(String.valueOf(band)))
                        .findFirst()
                        .ifPresent(angle -> {
                            asset.set("view:incidence_angle", number(angle, "ZENITH_ANGLE"));
                            asset.set("view:azimuth", number(angle, "AZIMUTH_ANGLE"));
                        }));
        if (asset.members().get("gsd") instanceof Number gsd) {
            geocoding(asset, said, gsd.doubleValue());
        }
    }

    /** Tiles have one upper left corner and a size for each resolution; the preview has that of 10 m in 320 m. */
    private static void geocoding(PartialAsset asset, Section said, double gsd) {
        String resolution = String.valueOf((int) (gsd == PREVIEW_GSD ? FINEST_GSD : gsd));
        Section size = of(said, "Size", resolution);
        Section position = of(said, "Geoposition", resolution);
        List<Double> numbers = Stream.of("NROWS", "NCOLS")
                .flatMap(name -> number(size, name).stream())
                .toList();
        List<Double> corner = Stream.of("XDIM", "ULX", "YDIM", "ULY")
                .flatMap(name -> number(position, name).stream())
                .toList();
        if (numbers.size() == 2 && corner.size() == 4) {
            double times = gsd == PREVIEW_GSD ? PREVIEW_GSD / FINEST_GSD : 1;
            int rows = (int) (numbers.get(0) / times);
            int columns = (int) (numbers.get(1) / times);
            double width = corner.get(0) * times;
            double height = corner.get(2) * times;
            asset.set("proj:shape", List.of(rows, columns));
            asset.set("proj:transform", List.of(width, 0.0, corner.get(1), 0.0, height, corner.get(3)));
            asset.set(
                    "proj:bbox",
                    List.of(
                            corner.get(1),
                            corner.get(3) + rows * height,
                            corner.get(1) + columns * width,
                            corner.get(3)));
            asset.set("raster:spatial_resolution", width);
        }
    }

    private static Section of(Section said, String name, String resolution) {
        return said.all(name)
                .filter(section -> section.attribute("resolution").orElse("").equals(resolution))
                .findFirst()
                .orElseGet(() -> new Section(name, "", Map.of(), List.of()));
    }

    private static Optional<Double> number(Section part, String name) {
        return part.text(name).filter(text -> text.matches(NUMBER)).map(Double::valueOf);
    }

    /** Names of tiles and products begin with that of the satellite, such as {@code S2A}. */
    private static Optional<String> platform(String name) {
        return name.matches("S2[A-Z]_.*")
                ? Optional.of("sentinel-" + name.substring(1, 3).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The angles are the mean of those of all bands; the mean of azimuths is taken on the circle. */
    private static void view(List<Section> bands, PartialItem item) {
        double[] zeniths = angles(bands, "ZENITH_ANGLE");
        double[] azimuths = angles(bands, "AZIMUTH_ANGLE");
        if (zeniths.length > 0 && azimuths.length > 0) {
            item.set("view:incidence_angle", Arrays.stream(zeniths).sum() / zeniths.length);
            item.set("view:azimuth", meanAzimuth(azimuths));
        }
    }

    private static double[] angles(List<Section> bands, String name) {
        return bands.stream()
                .flatMap(band -> band.text(name).stream())
                .filter(text -> text.matches("[0-9]+(\\.[0-9]+)?"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double meanAzimuth(double[] azimuths) {
        double east = 0;
        double north = 0;
        for (double azimuth : azimuths) {
            east += Math.sin(Math.toRadians(azimuth));
            north += Math.cos(Math.toRadians(azimuth));
        }
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }
}
