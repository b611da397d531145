package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the XML next to images of ICEYE (ICEYE, Level 1 Product Format Specification, product metadata) and the JSON
 * that takes its place since 2025 (ICEYE product documentation, COG metadata), which has the names of STAC, but hertz.
 */
public final class Iceye implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Iceye.class.getResourceAsStream("iceye.txt"));

    private static final List<String> OF_STAC =
            List.of("datetime", "start_datetime", "end_datetime", "sar:instrument_mode", "sar:product_type");

    private static final List<String> NUMBERS_OF_STAC = List.of(
            "sar:looks_azimuth",
            "sar:looks_range",
            "sar:pixel_spacing_azimuth",
            "sar:pixel_spacing_range",
            "sar:resolution_azimuth",
            "sar:resolution_range",
            "view:azimuth",
            "view:incidence_angle",
            "view:off_nadir");

    @Override
    public String id() {
        return "iceye";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        item.set("constellation", "iceye");
        item.set("instruments", List.of("sar"));
        item.set("sar:frequency_band", "X");
        item.set("processing:level", "L1");
        item.set("license", "other");
        item.provider("ICEYE", "https://www.iceye.com/", "producer", "processor", "licensor");
        if (said.first("iceye:filename").isPresent()) {
            cog(said, item);
        } else {
            product(said, item);
        }
        Optional<String> polarization = said.text("polarization").or(() -> said.text("sar:polarizations"));
        item.assets("", List.of())
                .forEach(asset -> polarization
                        .filter(name -> asset.file().key().equals("data"))
                        .ifPresent(name -> asset.set("bands", List.of(Map.of("name", name)))));
    }

    private static void cog(Section said, PartialItem item) {
        item.id(said.text("iceye:filename").map(name -> name.replaceFirst("\\.\\w+$", "")));
        item.set("platform", said.text("platform").map(PartialItem::lowerCase));
        for (String name : OF_STAC) {
            item.set(name, said.text(name));
        }
        for (String name : NUMBERS_OF_STAC) {
            item.number(said, name, name);
        }
        item.number(said, "sar:center_frequency", "sar:center_frequency", PartialItem::gigahertz);
        List<String> polarizations = said.texts("sar:polarizations").toList();
        item.set("sar:polarizations", polarizations.isEmpty() ? Optional.empty() : Optional.of(polarizations));
        item.set(
                "sar:observation_direction",
                said.text("sar:observation_direction").map(PartialItem::lowerCase));
        item.set("sat:orbit_state", said.text("sat:orbit_state").map(PartialItem::lowerCase));
        item.set(
                "processing:datetime",
                said.text("iceye:processing_end_datetime").map(PartialItem::utc));
        Map<String, Object> software = new LinkedHashMap<>();
        said.part("processing:software").parts().forEach(part -> software.put(part.name(), part.text()));
        item.set("processing:software", software.isEmpty() ? Optional.empty() : Optional.of(software));
    }

    private static void product(Section said, PartialItem item) {
        item.id(said.text("product_name"));
        item.set("platform", said.text("satellite_name").map(PartialItem::lowerCase));
        item.acquired(
                Optional.empty(),
                said.text("acquisition_start_utc").map(PartialItem::utc),
                said.text("acquisition_end_utc").map(PartialItem::utc));
        radar(said, item);
        item.number(said, "view:incidence_angle", "incidence_center");
        item.set("sat:orbit_state", said.text("orbit_direction").map(PartialItem::lowerCase));
        item.number(said, "sat:absolute_orbit", "orbit_absolute_number");
        item.set("processing:datetime", said.text("processing_time").map(PartialItem::utc));
        said.text("processor_version")
                .map(version -> version.split("_(?=[\\d.]+$)", 2))
                .filter(parts -> parts.length == 2)
                .ifPresent(parts -> item.set("processing:software", Map.of(parts[0], parts[1])));
        outline(said).ifPresent(item::outline);
    }

    private static void radar(Section said, PartialItem item) {
        item.number(said, "sar:center_frequency", "carrier_frequency", PartialItem::gigahertz);
        item.set("sar:instrument_mode", said.text("acquisition_mode"));
        item.set("sar:polarizations", said.text("polarization").map(List::of));
        item.set("sar:product_type", said.text("product_level"));
        item.set("sar:observation_direction", said.text("look_side").map(PartialItem::lowerCase));
        item.number(said, "sar:pixel_spacing_range", "range_spacing");
        item.number(said, "sar:pixel_spacing_azimuth", "azimuth_spacing");
        item.number(said, "sar:looks_range", "range_looks");
        item.number(said, "sar:looks_azimuth", "azimuth_looks");
    }

    /** Each corner is a column, a row, a latitude and a longitude. */
    private static Optional<List<String>> outline(Section said) {
        List<String> ordinates = Stream.of("first_near", "first_far", "last_far", "last_near")
                .flatMap(corner -> said.text("coord_" + corner).stream())
                .map(text -> text.split("\\s+"))
                .filter(corner -> corner.length == 4)
                .flatMap(corner -> Stream.of(corner[3], corner[2]))
                .toList();
        return ordinates.size() == 8 ? Optional.of(ordinates) : Optional.empty();
    }
}
