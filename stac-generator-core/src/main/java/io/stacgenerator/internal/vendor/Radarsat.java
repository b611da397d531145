package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the {@code product.xml} of RADARSAT-2 (MDA, RN-RP-51-2713, RADARSAT-2 Product Format Definition) and of the
 * RADARSAT Constellation Mission (CSA, RCM-SP-53-0419, RCM Image Product Format Definition).
 */
public final class Radarsat implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Radarsat.class.getResourceAsStream("radarsat.txt"));

    /** Of the corners of a map, in the order of a ring. */
    private static final List<String> CORNERS =
            List.of("upperLeftCorner", "upperRightCorner", "lowerRightCorner", "lowerLeftCorner");

    @Override
    public String id() {
        return "radarsat";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section source = said.part("sourceAttributes");
        Section processing = said.part("imageGenerationParameters");
        Optional<String> satellite = source.text("satellite").map(PartialItem::lowerCase);
        boolean constellation = satellite.filter(name -> name.startsWith("rcm")).isPresent();
        item.id(said.text("productId"));
        item.set("platform", satellite);
        item.set("constellation", constellation ? "rcm" : "radarsat");
        item.set("instruments", source.text("sensor").map(name -> List.of(PartialItem.lowerCase(name))));
        List<String> lines = Stream.of("zeroDopplerTimeFirstLine", "zeroDopplerTimeLastLine")
                .flatMap(name -> processing.text(name).stream())
                // of lines whose order is decreasing the first is the last
                .sorted()
                .toList();
        item.acquired(
                Optional.empty(),
                lines.stream().findFirst().or(() -> source.text("rawDataStartTime")),
                lines.stream().skip(1).findFirst());
        item.set("sat:orbit_state", source.text("passDirection").map(PartialItem::lowerCase));
        radar(said, source, processing, item);
        item.set("processing:level", "L1");
        item.set("processing:datetime", processing.text("processingTime"));
        item.set("processing:facility", processing.text("processingFacility"));
        item.set(
                "processing:software", processing.text("softwareVersion").map(version -> Map.of("processor", version)));
        item.set("license", "other");
        provider(constellation, item);
        ring(said.part("geographicInformation")).ifPresent(item::outline);
        item.assets("", List.of()).forEach(Polarizations::channel);
    }

    private static void provider(boolean constellation, PartialItem item) {
        if (constellation) {
            item.provider("Canadian Space Agency", "https://www.asc-csa.gc.ca/", "producer", "processor", "licensor");
        } else {
            item.provider("MDA", "https://mda.space/", "producer", "processor", "licensor");
        }
    }

    private static void radar(Section said, Section source, Section processing, PartialItem item) {
        item.set("sar:frequency_band", "C");
        item.number(source, "sar:center_frequency", "radarCenterFrequency", PartialItem::gigahertz);
        item.set("sar:instrument_mode", source.text("beamModeMnemonic").or(() -> source.text("acquisitionType")));
        item.set(
                "sar:polarizations",
                processing
                        .text("polarizationsInProduct")
                        .or(() -> source.text("polarizations"))
                        .map(names -> List.of(names.split("\\s+"))));
        item.set("sar:observation_direction", source.text("antennaPointing").map(PartialItem::lowerCase));
        item.set("sar:product_type", processing.text("productType"));
        item.number(processing, "sar:looks_range", "numberOfRangeLooks");
        item.number(processing, "sar:looks_azimuth", "numberOfAzimuthLooks");
        Section raster = said.part("rasterAttributes");
        item.number(raster, "sar:pixel_spacing_range", "sampledPixelSpacing");
        item.number(raster, "sar:pixel_spacing_azimuth", "sampledLineSpacing");
        // the first names are those of RADARSAT-2; beams of a wide image have their own angles
        List<Double> angles = Stream.of(
                        "incidenceAngleNearRange", "incidenceAngleFarRange", "incAngNearRng", "incAngFarRng")
                .flatMap(name -> Numbers.all(said, name))
                .sorted()
                .toList();
        if (angles.size() > 1) {
            item.set("view:incidence_angle", (angles.get(0) + angles.get(angles.size() - 1)) / 2);
        }
    }

    private static double number(Section part, String name) {
        return Numbers.first(part, name).orElse(Double.NaN);
    }

    /** The corners of the map, or else those of the grid of tie points, which are in no order. */
    private static Optional<List<String>> ring(Section geographic) {
        List<Section> corners = CORNERS.stream()
                .flatMap(name -> geographic.first(name).stream())
                .toList();
        List<Section> ring = corners.size() == CORNERS.size()
                ? corners
                : gridCorners(geographic.all("imageTiePoint").toList());
        List<String> ordinates = ring.stream()
                .flatMap(corner -> Stream.of("longitude", "latitude").flatMap(name -> corner.text(name).stream()))
                .toList();
        return ordinates.isEmpty() ? Optional.empty() : Optional.of(ordinates);
    }

    private static List<Section> gridCorners(List<Section> points) {
        Comparator<Section> sum = Comparator.comparingDouble(point -> number(point, "line") + number(point, "pixel"));
        Comparator<Section> rest = Comparator.comparingDouble(point -> number(point, "line") - number(point, "pixel"));
        return Stream.of(
                        points.stream().min(sum),
                        points.stream().min(rest),
                        points.stream().max(sum),
                        points.stream().max(rest))
                .flatMap(Optional::stream)
                .toList();
    }
}
