package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Optional;

/** Reads the {@code METADATA.json} of a task of Umbra (Umbra, Canopy documentation, delivered metadata). */
public final class Umbra implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Umbra.class.getResourceAsStream("umbra.txt"));

    @Override
    public String id() {
        return "umbra";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section collect = said.part("collects");
        item.id(Optional.of(item.fileName())
                .filter(name -> name.matches("(?i).+_METADATA\\.json"))
                .map(name -> name.replaceFirst("(?i)_METADATA\\.json$", "")));
        item.set(
                "platform",
                said.text("umbraSatelliteName")
                        .map(name -> PartialItem.lowerCase(name).replace('_', '-')));
        item.set("constellation", "umbra");
        item.set("instruments", List.of("sar"));
        item.acquired(
                Optional.empty(),
                collect.text("startAtUTC").map(PartialItem::utc),
                collect.text("endAtUTC").map(PartialItem::utc));
        radar(said, collect, item);
        item.number(collect, "view:incidence_angle", "angleIncidenceDegrees");
        item.number(collect, "view:azimuth", "angleAzimuthDegrees", PartialItem::azimuth);
        item.set("sat:orbit_state", collect.text("satelliteTrack").map(PartialItem::lowerCase));
        item.provider("Umbra", "https://umbra.space/", "producer", "processor", "licensor");
        List<String> ring = collect.part("footprintPolygonLla").part("coordinates").parts().stream()
                .limit(1)
                .flatMap(outline -> outline.parts().stream())
                .flatMap(position -> position.texts("coordinates").limit(2))
                .toList();
        if (!ring.isEmpty()) {
            item.outline(ring);
        }
        item.assets("", List.of());
    }

    private static void radar(Section said, Section collect, PartialItem item) {
        item.set("sar:frequency_band", collect.text("radarBand"));
        item.number(collect, "sar:center_frequency", "radarCenterFrequencyHz", PartialItem::gigahertz);
        item.set("sar:instrument_mode", said.text("imagingMode"));
        List<String> polarizations = collect.texts("polarizations").distinct().toList();
        item.set("sar:polarizations", polarizations.isEmpty() ? Optional.empty() : Optional.of(polarizations));
        item.set(
                "sar:observation_direction",
                collect.text("observationDirection").map(PartialItem::lowerCase));
        said.part("derivedProducts").parts().stream()
                .findFirst()
                .ifPresent(product -> item.set("sar:product_type", product.name()));
        Section resolution = collect.part("maxGroundResolution");
        item.number(resolution, "sar:resolution_range", "rangeMeters");
        item.number(resolution, "sar:resolution_azimuth", "azimuthMeters");
    }
}
