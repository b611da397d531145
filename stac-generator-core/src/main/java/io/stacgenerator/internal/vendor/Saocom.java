package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> CORNERS = List.of("NorthWest", "SouthWest", "SouthEast", "NorthEast");

    /** Such as {@code 08-NOV-2019 09:50:27.048000}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dd-MMM-uuuu HH:mm:ss.SSSSSS")
            .toFormatter(Locale.ENGLISH);

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
        item.set("constellation", "saocom");
        item.set("sar:frequency_band", "L");
        item.set("sat:orbit_state", said.text("OrbitDirection").map(PartialItem::lowerCase));
        item.set("license", "other");
        item.provider("CONAE", "https://www.argentina.gob.ar/ciencia/conae", "producer", "processor", "licensor");
        if (said.first("productType").isPresent()) {
            product(said, item);
        } else if (!item.hasMetadata("(?i).+\\.xemt")) {
            channel(said, item);
        }
        item.assets("", List.of()).forEach(Polarizations::channel);
    }

    private static void product(Section said, PartialItem item) {
        Section type = said.part("productType");
        Section scene = said.part("scene");
        item.id(Optional.of(item.fileName())
                .filter(name -> name.matches("(?i)S1[AB]_OPER_.+\\.xemt"))
                .map(name -> name.replaceFirst("\\.\\w+$", "")));
        item.set("platform", type.text("platform").map(Saocom::platform));
        item.set("instruments", type.text("sensor").map(name -> List.of(PartialItem.lowerCase(name))));
        item.acquired(
                Optional.empty(),
                scene.text("startTime").map(PartialItem::utc),
                scene.text("endTime").map(PartialItem::utc));
        radar(said.part("parameters"), item);
        Optional<String> level = type.text("procLevel");
        item.set("sar:product_type", level.map(PRODUCT_TYPES::get));
        item.set("processing:level", level);
        Section production = said.part("production");
        item.set("processing:datetime", production.text("productionTime").map(PartialItem::utc));
        item.set("processing:facility", production.text("facilityID"));
        List<String> outline = scene.all("vertex")
                .flatMap(vertex -> Stream.of("lon", "lat").flatMap(name -> vertex.text(name).stream()))
                .toList();
        item.outline(outline);
    }

    /** The annotation of a channel, where that of the product has not come with it. */
    private static void channel(Section said, PartialItem item) {
        item.set("platform", said.text("SensorName").map(Saocom::platform));
        item.set("instruments", List.of("sar"));
        item.set("datetime", said.text("AcquisitionStartTime").flatMap(Saocom::time));
        item.number(said, "sar:center_frequency", "fc_hz", PartialItem::gigahertz);
        item.set("sar:observation_direction", said.text("SideLooking").map(PartialItem::lowerCase));
        List<String> outline = CORNERS.stream()
                .map(said.part("GroundCornerPoints")::part)
                .map(corner -> corner.texts("val").limit(2).toList())
                .filter(corner -> corner.size() == 2)
                .flatMap(corner -> Stream.of(corner.get(1), corner.get(0)))
                .toList();
        item.outline(outline);
    }

    private static String platform(String name) {
        return PartialItem.lowerCase(name).replaceFirst("^sao", "saocom-");
    }

    /** Fractions have more digits than an instant. */
    private static Optional<String> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replaceFirst("(?<=\\.\\d{6})\\d+$", ""), TIME) + "Z");
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void radar(Section parameters, PartialItem item) {
        item.number(parameters, "sar:center_frequency", "fc", megahertz -> megahertz.movePointLeft(MEGAHERTZ));
        item.set("sar:instrument_mode", parameters.text("acqMode"));
        item.set("sar:beam_ids", parameters.text("beamID").map(List::of));
        item.set("sar:polarizations", parameters.text("acquiredPols").map(names -> List.of(names.split("-"))));
        item.set("sar:observation_direction", parameters.text("sideLooking").map(PartialItem::lowerCase));
    }
}
