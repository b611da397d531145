package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads manifest and annotation of Sentinel-1 products of level 1 (Sentinel-1 Product Specification, S1-RS-MDA-52-7441,
 * sections on the manifest and on the product annotation).
 */
public final class Sentinel1 implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Sentinel1.class.getResourceAsStream("sentinel1.txt"));
    private static final String MANIFEST = "(?i).*manifest\\.safe";
    private static final String ANNOTATION = "(?i)(s1\\w-)?\\w+(-(grd|slc))?-(hh|hv|vh|vv)\\b.*\\.xml";
    private static final Pattern REPORT = Pattern.compile("(?:\\./)?(?<id>S1\\w+)\\.SAFE-report-.*");
    private static final Pattern CHANNEL = Pattern.compile("(?:(?<swath>\\w+)-)?(?<polarization>hh|hv|vh|vv)");

    /** In gigahertz, for products without annotation (Sentinel-1 Product Definition, S1-RS-MDA-52-7440). */
    private static final double CENTER_FREQUENCY = 5.405;

    @Override
    public String id() {
        return "sentinel1";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        if (said.first("adsHeader").isPresent()) {
            annotation(said, item);
        } else {
            manifest(said, item);
        }
        item.set("constellation", "sentinel-1");
        item.set("instruments", List.of("c-sar"));
        item.set("sar:frequency_band", "C");
        // the antenna looks to the right of the flight in all modes
        item.set("sar:observation_direction", "right");
        Copernicus.terms(item);
        item.assets("", List.of()).forEach(Sentinel1::channel);
    }

    private static void manifest(Section said, PartialItem item) {
        item.id(product(said));
        Section platform = said.part("platform");
        platform.text("familyName")
                .flatMap(family -> platform.text("number").map(number -> PartialItem.lowerCase(family + number)))
                .ifPresent(name -> item.set("platform", name));
        item.set("sat:platform_international_designator", platform.text("nssdcIdentifier"));
        acquired(said, "stopTime", item);
        item.set("sar:instrument_mode", platform.text("mode"));
        strings(platform.part("instrumentMode").texts("swath"), "sar:beam_ids", item);
        item.set("sar:product_type", said.text("productType"));
        strings(said.texts("transmitterReceiverPolarisation"), "sar:polarizations", item);
        if (!item.hasMetadata(ANNOTATION)) {
            item.set("sar:center_frequency", CENTER_FREQUENCY);
        }
        orbit(said, item);
        processing(said, item);
        said.part("footPrint").text("coordinates").map(Sentinel1::ordinates).ifPresent(item::outline);
    }

    /** A manifest does not name its product, but the report that lies next to it. */
    private static Optional<String> product(Section said) {
        return said.all("fileLocation")
                .flatMap(location -> location.attribute("href").stream())
                .map(REPORT::matcher)
                .filter(Matcher::matches)
                .map(report -> report.group("id"))
                .findFirst();
    }

    private static void acquired(Section said, String stop, PartialItem item) {
        item.acquired(
                Optional.empty(),
                said.text("startTime").map(PartialItem::utc),
                said.text(stop).map(PartialItem::utc));
    }

    private static void orbit(Section said, PartialItem item) {
        item.set("sat:orbit_state", said.text("pass").map(PartialItem::lowerCase));
        item.number(said, "sat:absolute_orbit", "orbitNumber");
        item.number(said, "sat:relative_orbit", "relativeOrbitNumber");
        item.set("sat:anx_datetime", said.text("ascendingNodeTime").map(PartialItem::utc));
    }

    private static void processing(Section said, PartialItem item) {
        said.text("productType")
                .filter(type -> type.matches("GRD|SLC|OCN"))
                .ifPresent(type -> item.set("processing:level", type.equals("OCN") ? "L2" : "L1"));
        Section processing = said.part("processing");
        item.set("processing:datetime", processing.attribute("stop").map(PartialItem::utc));
        item.set("processing:facility", processing.part("facility").attribute("name"));
        Section software = processing.part("software");
        software.attribute("name")
                .flatMap(name -> software.attribute("version").map(version -> Map.of(name, version)))
                .ifPresent(versions -> item.set("processing:software", versions));
        item.set("s1:product_timeliness", said.text("productTimelinessCategory"));
        item.set("s1:datatake_id", said.text("missionDataTakeID"));
        item.set("s1:slice_number", said.text("sliceNumber"));
        item.set("s1:total_slices", said.text("totalSlices"));
    }

    /** The channels of a product differ in nothing that is read here. */
    private static void annotation(Section said, PartialItem item) {
        item.number(said, "sar:center_frequency", "radarFrequency", PartialItem::gigahertz);
        item.number(said, "sar:pixel_spacing_range", "rangePixelSpacing");
        item.number(said, "sar:pixel_spacing_azimuth", "azimuthPixelSpacing");
        item.number(said.part("rangeProcessing"), "sar:looks_range", "numberOfLooks");
        item.number(said.part("azimuthProcessing"), "sar:looks_azimuth", "numberOfLooks");
        if (!item.hasMetadata(MANIFEST)) {
            Section header = said.part("adsHeader");
            item.set(
                    "platform",
                    header.text("missionId").map(id -> PartialItem.lowerCase(id).replaceFirst("^s", "sentinel-")));
            acquired(header, "stopTime", item);
            item.set("sar:instrument_mode", header.text("mode"));
            item.set("sar:product_type", header.text("productType"));
            strings(header.texts("polarisation"), "sar:polarizations", item);
            item.number(header, "sat:absolute_orbit", "absoluteOrbitNumber");
            item.set("sat:orbit_state", said.text("pass").map(PartialItem::lowerCase));
        }
    }

    private static void strings(Stream<String> values, String field, PartialItem item) {
        List<String> distinct = values.distinct().toList();
        if (!distinct.isEmpty()) {
            item.set(field, distinct);
        }
    }

    private static void channel(PartialAsset asset) {
        Matcher channel = CHANNEL.matcher(asset.file().key());
        if (asset.file().key().equals("safe-manifest")) {
            asset.set("type", "application/xml");
        }
        if (channel.matches()) {
            String polarization = channel.group("polarization").toUpperCase(Locale.ROOT);
            String swath = channel.group("swath");
            asset.set("title", polarization + (swath == null ? "" : " of swath " + swath.toUpperCase(Locale.ROOT)));
            asset.set("sar:polarizations", List.of(polarization));
            asset.set("bands", List.of(Map.of("name", polarization)));
        }
    }

    /** Latitude, comma, longitude of each corner. */
    private static List<String> ordinates(String corners) {
        return Stream.of(corners.strip().split("\\s+"))
                .map(corner -> corner.split(",", 2))
                .flatMap(corner -> Stream.of(corner[corner.length - 1], corner[0]))
                .toList();
    }
}
