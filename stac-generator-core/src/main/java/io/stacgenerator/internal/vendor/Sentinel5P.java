package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Optional;

/**
 * Reads the attributes of Sentinel-5P products in JSON, as they come with the images that are made of them (KNMI, SRON
 * and DLR, Sentinel-5 precursor TROPOMI Level 2 Product User Manuals, the chapters on global attributes and metadata).
 */
public final class Sentinel5P implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> Sentinel5P.class.getResourceAsStream("sentinel5p.txt"));

    @Override
    public String id() {
        return "sentinel5p";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        Section granule = said.part("GRANULE_DESCRIPTION");
        item.id(Optional.of(item.fileName())
                .filter(name -> name.startsWith("S5P_"))
                .map(name -> name.replaceFirst("\\.\\w+$", "")));
        item.set("platform", "sentinel-5p");
        item.set("constellation", "sentinel-5p");
        item.set("instruments", List.of("tropomi"));
        item.set("sat:platform_international_designator", "2017-064A");
        item.acquired(
                Optional.empty(),
                time(granule, "GranuleStart").or(() -> time(said, "time_coverage_start")),
                time(granule, "GranuleEnd").or(() -> time(said, "time_coverage_end")));
        item.number(said, "sat:absolute_orbit", "orbit");
        item.set("processing:level", said.text("eop:processingLevel"));
        item.set("processing:datetime", time(said, "date_created"));
        item.set("processing:facility", granule.text("ProcessingCenter"));
        item.set("processing:version", granule.text("ProcessorVersion"));
        item.set("s5p:product_type", granule.text("ProductShortName"));
        item.set("s5p:processing_mode", said.text("eop:processingMode"));
        Copernicus.terms(item);
        List<String> outline = Copernicus.ordinates(said.text("gml:posList"));
        item.outline(outline);
        item.assets("", List.of());
    }

    private static Optional<String> time(Section part, String name) {
        return part.text(name).map(PartialItem::utc);
    }
}
