package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the manifest of Sentinel-3 products of OLCI, SLSTR, SRAL and their synergy (ESA, Sentinel-3 Product Data Format
 * Specification, product structures, S3IPF.PDS.002).
 */
public final class Sentinel3 implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Sentinel3.class.getResourceAsStream("sentinel3.txt"));

    /** Meters at nadir by type of product (Sentinel-3 user handbooks of OLCI and of SLSTR). */
    private static final Map<String, Integer> GSD = Map.of(
            "OL_\\d_\\wFR.*", 300,
            "OL_\\d_\\wRR.*", 1200,
            "SL_1_RBT.*", 500,
            "SL_2_.*", 1000);

    @Override
    public String id() {
        return "sentinel3";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        item.id(said.text("productName").map(name -> name.replaceFirst("\\.SEN3$", "")));
        Section platform = said.part("platform");
        item.set("platform", platform.text("number").map(number -> "sentinel-3" + PartialItem.lowerCase(number)));
        item.set("constellation", "sentinel-3");
        List<String> instruments = platform.all("instrument")
                .flatMap(instrument -> instrument.part("familyName").attribute("abbreviation").stream())
                .map(PartialItem::lowerCase)
                .distinct()
                .toList();
        item.set("instruments", instruments.isEmpty() ? Optional.empty() : Optional.of(instruments));
        Section period = said.part("acquisitionPeriod");
        item.acquired(
                Optional.empty(),
                period.text("startTime").map(PartialItem::utc),
                period.text("stopTime").map(PartialItem::utc));
        item.set("sat:platform_international_designator", platform.text("nssdcIdentifier"));
        orbit(said, item);
        product(said, item);
        Copernicus.terms(item);
        List<String> outline = Copernicus.ordinates(said.part("footPrint").text("posList"));
        // the track of an altimeter encloses no area
        if (!instruments.contains("sral")) {
            item.outline(outline);
        }
        item.assets("", List.of());
    }

    private static void orbit(Section said, PartialItem item) {
        Section orbit = said.part("orbitReference");
        item.set(
                "sat:orbit_state",
                orbit.part("orbitNumber").attribute("groundTrackDirection").map(PartialItem::lowerCase));
        item.number(orbit, "sat:absolute_orbit", "orbitNumber");
        item.number(orbit, "sat:relative_orbit", "relativeOrbitNumber");
    }

    private static void product(Section said, PartialItem item) {
        String type = said.text("productType").orElse("");
        GSD.forEach((expression, meters) -> {
            if (type.matches(expression)) {
                item.set("gsd", meters);
            }
        });
        item.set("s3:product_type", said.text("productType"));
        item.set("s3:timeliness", said.text("timeliness"));
        percentage(said, "cloudyPixels").ifPresent(cover -> item.set("eo:cloud_cover", cover));
        Section processing = said.part("processing");
        item.set("processing:level", processing.attribute("outputLevel").map(level -> "L" + level));
        item.set("processing:datetime", processing.attribute("stop").map(PartialItem::utc));
        item.set("processing:facility", processing.part("facility").attribute("name"));
        Section software = processing.part("software");
        software.attribute("name")
                .flatMap(name -> software.attribute("version").map(version -> Map.of(name, version)))
                .ifPresent(versions -> item.set("processing:software", versions));
    }

    private static Optional<Double> percentage(Section said, String name) {
        return said.part(name)
                .attribute("percentage")
                .filter(text -> text.matches("\\d{1,3}(\\.\\d+)?"))
                .map(Double::valueOf);
    }
}
