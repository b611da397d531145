package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the delivery note of COSMO-SkyMed, {@code DFDN_*.xml} (ASI, COSMO-SkyMed SAR Products Handbook: attributes and
 * names of products).
 */
public final class CosmoSkyMed implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> CosmoSkyMed.class.getResourceAsStream("cosmoskymed.txt"));

    /** Satellite, product, mode, swath, polarization, side and orbit of a name. */
    private static final Pattern NAME =
            Pattern.compile("CSKS\\d_\\w{3}_[BU]_\\w{2}_\\w{2}_(?<polarization>HH|HV|VH|VV)_[LR](?<orbit>[AD])_.*");

    private static final List<String> CORNERS =
            List.of("GeoCoordTopLeft", "GeoCoordTopRight", "GeoCoordBottomRight", "GeoCoordBottomLeft");

    @Override
    public String id() {
        return "cosmoskymed";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Optional<String> product = said.text("ProductName").map(name -> name.replaceFirst("\\.\\w+$", ""));
        item.id(product);
        item.set("platform", said.text("SatelliteId").map(name -> name.replaceFirst("^CSKS", "cosmo-skymed-")));
        item.set("constellation", "cosmo-skymed");
        item.set("instruments", List.of("sar"));
        item.acquired(Optional.empty(), time(said, "SceneSensingStartUTC"), time(said, "SceneSensingStopUTC"));
        item.set("sar:frequency_band", "X");
        item.set("sar:instrument_mode", said.text("AcquisitionMode"));
        item.set("sar:product_type", said.text("ProductType"));
        item.set("sar:observation_direction", said.text("LookSide").map(PartialItem::lowerCase));
        product.map(NAME::matcher).filter(Matcher::matches).ifPresent(name -> {
            item.set("sar:polarizations", List.of(name.group("polarization")));
            item.set("sat:orbit_state", name.group("orbit").equals("A") ? "ascending" : "descending");
        });
        List<Double> angles = Stream.of("NearLookAngle", "FarLookAngle")
                .flatMap(name -> Numbers.first(said, name).stream())
                .toList();
        if (angles.size() == 2) {
            item.set("view:off_nadir", (angles.get(0) + angles.get(1)) / 2);
        }
        item.set("processing:level", said.text("ProcessingLevel").map(level -> level.replace("Level-", "L")));
        item.set("processing:datetime", time(said, "ProductGenerationDate"));
        item.set("license", "other");
        item.provider("ASI", "https://www.asi.it/", "producer", "licensor");
        // latitude, longitude and height
        List<String> outline = CORNERS.stream()
                .flatMap(name -> said.text(name).stream())
                .map(corner -> corner.split("\\s+"))
                .filter(corner -> corner.length > 1)
                .flatMap(corner -> Stream.of(corner[1], corner[0]))
                .toList();
        item.outline(outline);
        item.assets("", List.of());
    }

    private static Optional<String> time(Section said, String name) {
        return said.text(name).map(text -> PartialItem.utc(text.replace(' ', 'T')));
    }
}
