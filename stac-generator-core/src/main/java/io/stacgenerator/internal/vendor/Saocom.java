package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the XEMT of SAOCOM-1 (CONAE, SAOCOM-1 Level 1 Products Format, SAR-SAOG-103-ICD). */
public final class Saocom implements Vendor {

    private static final ProductTable PRODUCTS = ProductTable.of(() -> Saocom.class.getResourceAsStream("saocom.txt"));

    /** Of megahertz in a gigahertz, by places. */
    private static final int MEGAHERTZ = 3;

    /** What the levels are called in the names of files. */
    private static final Map<String, String> PRODUCT_TYPES =
            Map.of("L1A", "SLC", "L1B", "DI", "L1C", "GEC", "L1D", "GTC");

    @Override
    public String id() {
        return "saocom";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section type = said.part("productType");
        Section scene = said.part("scene");
        item.id(Optional.of(item.fileName())
                .filter(name -> name.matches("(?i)S1[AB]_OPER_.+\\.xemt"))
                .map(name -> name.replaceFirst("\\.\\w+$", "")));
        item.set(
                "platform",
                type.text("platform").map(name -> PartialItem.lowerCase(name).replaceFirst("^sao", "saocom-")));
        item.set("constellation", "saocom");
        item.set("instruments", type.text("sensor").map(name -> List.of(PartialItem.lowerCase(name))));
        item.acquired(
                Optional.empty(),
                scene.text("startTime").map(PartialItem::utc),
                scene.text("endTime").map(PartialItem::utc));
        radar(said.part("parameters"), item);
        item.set("sat:orbit_state", said.text("OrbitDirection").map(PartialItem::lowerCase));
        Optional<String> level = type.text("procLevel");
        item.set("sar:product_type", level.map(PRODUCT_TYPES::get));
        item.set("processing:level", level);
        Section production = said.part("production");
        item.set("processing:datetime", production.text("productionTime").map(PartialItem::utc));
        item.set("processing:facility", production.text("facilityID"));
        item.set("license", "other");
        item.provider(
                "CONAE", "https://www.argentina.gob.ar/ciencia/conae", "producer", "processor", "licensor");
        List<String> outline = scene.all("vertex")
                .flatMap(vertex -> Stream.of("lon", "lat").flatMap(name -> vertex.text(name).stream()))
                .toList();
        if (!outline.isEmpty()) {
            item.outline(outline);
        }
        item.assets("", List.of()).forEach(Polarizations::channel);
    }

    private static void radar(Section parameters, PartialItem item) {
        item.set("sar:frequency_band", "L");
        item.number(parameters, "sar:center_frequency", "fc", megahertz -> megahertz.movePointLeft(MEGAHERTZ));
        item.set("sar:instrument_mode", parameters.text("acqMode"));
        item.set("sar:beam_ids", parameters.text("beamID").map(List::of));
        item.set("sar:polarizations", parameters.text("acquiredPols").map(names -> List.of(names.split("-"))));
        item.set("sar:observation_direction", parameters.text("sideLooking").map(PartialItem::lowerCase));
    }
}
