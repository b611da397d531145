package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the XML of a tile of U.S. Analysis Ready Data of Landsat (USGS, LSDS-1873), which has the metadata of the tile,
 * then those of the scenes that it was made of; and that of a scene that ESPA made on demand, which has the same form.
 */
final class LandsatArd {

    private static final double GSD = 30;
    private static final String NUMBER = "[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?";

    private static final Pattern TILE = Pattern.compile("L\\w\\d\\d_(?<region>[A-Z]{2})_(?<h>\\d{3})(?<v>\\d{3})_");

    private LandsatArd() {}

    static void describe(Section said, PartialItem item) {
        Section product = said.first("tile_metadata").orElse(said);
        Section tile = product.part("global_metadata");
        List<Section> scenes = Stream.concat(said.all("scene_metadata"), Stream.of(product))
                .map(scene -> scene.part("global_metadata"))
                .filter(scene -> scene.text("scene_center_time").isPresent())
                .toList();
        item.id(tile.text("product_id")
                .or(() -> tile.text("lpgs_metadata_file").map(name -> name.replaceFirst("_MTL\\.\\w+$", ""))));
        acquired(scenes, item);
        tile.first("wrs")
                .ifPresent(wrs -> Landsat.grid(
                        wrs.attribute("system").orElse("2"), wrs.attribute("path"), wrs.attribute("row"), item, false));
        first(tile, scenes, "satellite")
                .ifPresent(
                        name -> item.set("platform", PartialItem.lowerCase(name).replace('_', '-')));
        first(tile, scenes, "instrument").ifPresent(name -> item.set("instruments", instruments(name)));
        item.set("constellation", "landsat");
        item.set("gsd", GSD);
        item.set("usgs:grid_region", tile.text("region").or(() -> region(tile)));
        item.set("usgs:grid_horizontal", tile.part("tile_grid").attribute("h"));
        item.set("usgs:grid_vertical", tile.part("tile_grid").attribute("v"));
        item.number(tile, "eo:cloud_cover", "cloud_cover");
        item.number(tile, "eo:snow_cover", "snow_ice");
        scenes.stream().findFirst().ifPresent(scene -> sun(scene.part("solar_angles"), item));
        item.set("processing:datetime", tile.text("production_date").map(PartialItem::utc));
        item.set("processing:level", "L2");
        Landsat.terms(item);
        outline(tile.part("bounding_coordinates")).ifPresent(item::outline);
        item.assets("", List.of()).forEach(asset -> band(asset, product));
    }

    /** The tile says what it was made of where older versions leave it to the scenes. */
    private static Optional<String> first(Section tile, List<Section> scenes, String name) {
        return Stream.concat(Stream.of(tile), scenes.stream())
                .flatMap(part -> part.text(name).stream())
                .findFirst();
    }

    /** The place of a tile by its name; in Collection 2 its metadata are those of a scene. */
    static void grid(String name, PartialItem item) {
        Matcher tile = TILE.matcher(name);
        if (tile.lookingAt()) {
            item.set("usgs:grid_region", tile.group("region"));
            item.set("usgs:grid_horizontal", tile.group("h"));
            item.set("usgs:grid_vertical", tile.group("v"));
        }
    }

    /** The name of a tile has the region, such as {@code CU}, where the metadata do not. */
    private static Optional<String> region(Section tile) {
        return tile.text("product_id")
                .filter(id -> id.matches("L\\w\\d\\d_[A-Z]{2}_.*"))
                .map(id -> id.substring(5, 7));
    }

    private static void acquired(List<Section> scenes, PartialItem item) {
        List<String> times = scenes.stream()
                .flatMap(scene -> scene
                        .text("acquisition_date")
                        .flatMap(
                                date -> scene.text("scene_center_time").map(time -> PartialItem.utc(date + "T" + time)))
                        .stream())
                .sorted()
                .toList();
        if (!times.isEmpty()) {
            item.acquired(Optional.empty(), Optional.of(times.get(0)), Optional.of(times.get(times.size() - 1)));
        }
    }

    private static List<String> instruments(String name) {
        String known = PartialItem.lowerCase(name).replaceFirst("[_/]combined$", "");
        return known.equals("etm") ? List.of("etm+") : List.of(known.split("[/_]", -1));
    }

    private static void sun(Section angles, PartialItem item) {
        number(angles, "azimuth")
                .ifPresent(azimuth -> item.set("view:sun_azimuth", azimuth < 0 ? azimuth + 360 : azimuth));
        number(angles, "zenith").ifPresent(zenith -> item.set("view:sun_elevation", 90 - zenith));
    }

    private static Optional<List<String>> outline(Section bounds) {
        List<String> sides = Stream.of("west", "south", "east", "north")
                .flatMap(name -> bounds.text(name).stream())
                .toList();
        return sides.size() == 4
                ? Optional.of(List.of(
                        sides.get(0),
                        sides.get(1),
                        sides.get(2),
                        sides.get(1),
                        sides.get(2),
                        sides.get(3),
                        sides.get(0),
                        sides.get(3)))
                : Optional.empty();
    }

    private static void band(PartialAsset asset, Section tile) {
        tile.all("band")
                .filter(band -> band.text("file_name")
                        .orElse("")
                        .equalsIgnoreCase(asset.file().name()))
                .findFirst()
                .ifPresent(band -> {
                    asset.set("raster:scale", number(band, "scale_factor"));
                    asset.set("raster:offset", number(band, "add_offset"));
                    asset.set("nodata", number(band, "fill_value"));
                    asset.set("data_type", band.attribute("data_type").map(PartialItem::lowerCase));
                    asset.set("raster:spatial_resolution", number(band.part("pixel_size"), "x"));
                });
    }

    private static Optional<Double> number(Section element, String attribute) {
        return element.attribute(attribute).filter(text -> text.matches(NUMBER)).map(Double::valueOf);
    }
}
