package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the metadata of Sentinel-2 products of level 1C and 2A (ESA, Sentinel-2 Products Specification Document): those
 * of the product, which date it, and those of its tile, which give the angles.
 */
public final class Sentinel2 implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Sentinel2.class.getResourceAsStream("sentinel2.txt"));
    private static final String OF_THE_PRODUCT = "MTD_MSIL(1C|2A)\\.xml";
    private static final Pattern TILE =
            Pattern.compile("_T(?<cell>(?<zone>\\d\\d)(?<band>[C-X])(?<square>[A-Z]{2}))(?=[_.]|$)");
    private static final double FINEST_GSD = 10;

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
        if (said.all("PRODUCT_START_TIME").findAny().isPresent()) {
            product(said, item);
        } else {
            tile(said, item);
        }
        item.number(said, "eo:snow_cover", "SNOW_ICE_PERCENTAGE");
        item.assets("", List.of());
    }

    private static void product(Section said, PartialItem item) {
        item.acquired(Optional.empty(), said.text("PRODUCT_START_TIME"), said.text("PRODUCT_STOP_TIME"));
        item.set("platform", said.text("SPACECRAFT_NAME").map(name -> name.toLowerCase(Locale.ROOT)));
        item.number(said, "eo:cloud_cover", "Cloud_Coverage_Assessment");
        item.set("processing:level", said.text("PROCESSING_LEVEL").map(level -> level.replace("Level-", "L")));
        item.set("processing:version", said.text("PROCESSING_BASELINE"));
        item.set("sat:orbit_state", said.text("SENSING_ORBIT_DIRECTION").map(name -> name.toLowerCase(Locale.ROOT)));
        item.number(said, "sat:relative_orbit", "SENSING_ORBIT_NUMBER");
        said.text("PRODUCT_URI").ifPresent(name -> grid(name, item));
        said.text("EXT_POS_LIST").map(Sentinel2::longitudeFirst).ifPresent(item::outline);
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
        if (!item.hasMetadata(OF_THE_PRODUCT)) {
            item.set("datetime", said.text("SENSING_TIME"));
        }
        said.text("TILE_ID").ifPresent(name -> grid(name, item));
        item.set("platform", said.text("TILE_ID").flatMap(Sentinel2::platform));
        item.number(said, "eo:cloud_cover", "CLOUDY_PIXEL_PERCENTAGE");
        said.all("Mean_Sun_Angle").findFirst().ifPresent(sun -> {
            item.number(sun, "view:sun_azimuth", "AZIMUTH_ANGLE", PartialItem::azimuth);
            item.number(sun, "view:sun_elevation", "ZENITH_ANGLE", PartialItem::complement);
        });
        view(said.all("Mean_Viewing_Incidence_Angle").toList(), item);
    }

    /** The name of a tile begins with that of its satellite, such as {@code S2A}. */
    private static Optional<String> platform(String tile) {
        return tile.matches("S2[A-Z]_.*")
                ? Optional.of("sentinel-" + tile.substring(1, 3).toLowerCase(Locale.ROOT))
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
