package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;

/** What all products of the Copernicus Sentinels share. */
final class Copernicus {

    private Copernicus() {}

    static void terms(PartialItem item) {
        item.set("license", "other");
        item.link(
                "license",
                "https://sentinel.esa.int/documents/247904/690755/Sentinel_Data_Legal_Notice",
                "Legal notice on the use of Copernicus Sentinel data",
                "application/pdf");
        item.provider("ESA", "https://earth.esa.int/web/guest/home", "producer", "processor", "licensor");
    }
}
