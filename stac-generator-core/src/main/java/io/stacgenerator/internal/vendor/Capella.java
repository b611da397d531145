package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Optional;

/**
 * Reads the extended metadata of Capella Space (SAR Imagery Products Format Specification, extended metadata in JSON).
 */
public final class Capella implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Capella.class.getResourceAsStream("capella.txt"));

    @Override
    public String id() {
        return "capella";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section collect = said.part("collect");
        item.id(Optional.of(item.fileName())
                .filter(name -> name.matches("(?i)CAPELLA_.+_extended\\.json"))
                .map(name -> name.replaceFirst("(?i)_extended\\.json$", "")));
        item.set("platform", collect.text("platform").map(PartialItem::lowerCase));
        item.set("constellation", "capella");
        item.set("instruments", List.of("sar"));
        item.acquired(
                collect.part("center_pixel").text("center_time").map(PartialItem::utc),
                collect.text("start_timestamp").map(PartialItem::utc),
                collect.text("stop_timestamp").map(PartialItem::utc));
        radar(said, collect, item);
        item.number(collect.part("center_pixel"), "view:incidence_angle", "incidence_angle");
        item.number(collect.part("center_pixel"), "view:off_nadir", "look_angle");
        item.set("sat:orbit_state", collect.part("state").text("direction").map(PartialItem::lowerCase));
        item.set("processing:level", "L1");
        item.set("processing:datetime", said.text("processing_time").map(PartialItem::utc));
        item.provider("Capella Space", "https://www.capellaspace.com/", "producer", "processor", "licensor");
        item.assets("", List.of());
    }

    private static void radar(Section said, Section collect, PartialItem item) {
        Section radar = collect.part("radar");
        Section image = collect.part("image");
        item.set("sar:frequency_band", "X");
        item.number(radar, "sar:center_frequency", "center_frequency", PartialItem::gigahertz);
        item.set("sar:instrument_mode", collect.text("mode"));
        item.set(
                "sar:polarizations",
                radar.text("transmit_polarization")
                        .flatMap(sent -> radar.text("receive_polarization").map(received -> List.of(sent + received))));
        item.set("sar:observation_direction", radar.text("pointing").map(PartialItem::lowerCase));
        item.set("sar:product_type", said.text("product_type"));
        item.number(image, "sar:pixel_spacing_range", "pixel_spacing_column");
        item.number(image, "sar:pixel_spacing_azimuth", "pixel_spacing_row");
        item.number(image, "sar:resolution_range", "ground_range_resolution");
        item.number(image, "sar:resolution_azimuth", "azimuth_resolution");
        item.number(image, "sar:looks_range", "range_looks");
        item.number(image, "sar:looks_azimuth", "azimuth_looks");
    }
}
