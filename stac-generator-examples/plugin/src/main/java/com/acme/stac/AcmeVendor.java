package com.acme.stac;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.math.BigDecimal;
import java.util.List;

/** Scenes of the satellites of Acme: a report in XML and an image for each band. */
public final class AcmeVendor implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> AcmeVendor.class.getResourceAsStream("acme.txt"));

    @Override
    public String id() {
        return "acme-scene";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section document, PartialItem item) {
        item.id(document.text("product"));
        item.acquired(document.text("center"), document.text("start"), document.text("stop"));
        item.set("platform", document.text("satellite"));
        item.set("constellation", "acme");
        item.number(document, "eo:cloud_cover", "clouds", PartialItem::percent);
        item.number(document.part("sun"), "view:sun_elevation", "zenith", PartialItem::complement);
        item.number(document.part("sun"), "view:sun_azimuth", "azimuth", PartialItem::azimuth);
        document.text("outline").ifPresent(ring -> item.outline(List.of(ring.split("\\s+"))));
        item.provider("Acme", "https://acme.example/", "producer", "licensor");
        document.text("gain")
                .filter(gain -> gain.matches("\\d+(\\.\\d+)?"))
                .map(BigDecimal::new)
                .ifPresent(gain -> item.assets("", List.of()).forEach(asset -> asset.set("raster:scale", gain)));
    }
}
