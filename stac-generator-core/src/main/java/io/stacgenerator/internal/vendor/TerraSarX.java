package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the annotation of level 1b products of TerraSAR-X, TanDEM-X and PAZ (DLR, TX-GS-DD-3307, Level 1b Product
 * Format Specification).
 */
public final class TerraSarX implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> TerraSarX.class.getResourceAsStream("terrasarx.txt"));
    private static final Map<String, String> PLATFORMS =
            Map.of("TSX-1", "terrasar-x", "TDX-1", "tandem-x", "PAZ-1", "paz");

    /** The corners come in rows: the first in time, near and far, then the last. */
    private static final List<Integer> RING = List.of(0, 1, 3, 2);

    @Override
    public String id() {
        return "terrasarx";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section mission = said.part("missionInfo");
        Section acquisition = said.part("acquisitionInfo");
        Section scene = said.part("sceneInfo");
        item.id(product(said));
        item.set(
                "platform",
                mission.text("mission").map(name -> PLATFORMS.getOrDefault(name, name.toLowerCase(Locale.ROOT))));
        item.set("instruments", acquisition.text("sensor").map(name -> List.of(name.toLowerCase(Locale.ROOT))));
        item.acquired(
                Optional.empty(),
                scene.part("start").text("timeUTC").map(PartialItem::utc),
                scene.part("stop").text("timeUTC").map(PartialItem::utc));
        item.number(mission, "sat:absolute_orbit", "absOrbit");
        item.number(mission, "sat:relative_orbit", "relOrbit");
        item.set("sat:orbit_state", mission.text("orbitDirection").map(PartialItem::lowerCase));
        radar(said, acquisition, item);
        item.number(scene.part("sceneCenterCoord"), "view:incidence_angle", "incidenceAngle");
        Section header = said.part("generalHeader");
        item.set("processing:level", "L1B");
        item.set("processing:datetime", header.text("generationTime").map(PartialItem::utc));
        item.set("processing:facility", said.text("level1ProcessingFacility"));
        item.set("license", "other");
        item.provider("DLR", "https://www.dlr.de/", "producer", "processor", "licensor");
        outline(scene).ifPresent(item::outline);
        item.assets("", List.of()).forEach(Polarizations::channel);
    }

    /** The annotation lists itself by its name, which is that of the product. */
    private static Optional<String> product(Section said) {
        return said.part("productComponents")
                .all("annotation")
                .filter(part -> part.text("type").orElse("").equals("MAIN"))
                .findFirst()
                .flatMap(part -> part.text("filename"))
                .map(name -> name.replaceFirst("(?i)\\.xml$", ""));
    }

    private static void radar(Section said, Section acquisition, PartialItem item) {
        item.set("sar:frequency_band", "X");
        item.number(
                said.part("instrument").part("radarParameters"),
                "sar:center_frequency",
                "centerFrequency",
                PartialItem::gigahertz);
        item.set("sar:instrument_mode", acquisition.text("imagingMode"));
        List<String> polarizations = acquisition.texts("polLayer").distinct().toList();
        item.set("sar:polarizations", polarizations.isEmpty() ? Optional.empty() : Optional.of(polarizations));
        item.set("sar:observation_direction", acquisition.text("lookDirection").map(PartialItem::lowerCase));
        item.set("sar:product_type", said.text("productVariant"));
        Section raster = said.part("imageDataInfo").part("imageRaster");
        item.number(raster, "sar:resolution_range", "groundRangeResolution");
        item.number(raster, "sar:resolution_azimuth", "azimuthResolution");
    }

    private static Optional<List<String>> outline(Section scene) {
        List<Section> corners = scene.all("sceneCornerCoord").toList();
        return corners.size() == RING.size()
                ? Optional.of(RING.stream()
                        .map(corners::get)
                        .flatMap(corner -> Stream.of("lon", "lat").flatMap(name -> corner.text(name).stream()))
                        .toList())
                : Optional.empty();
    }
}
