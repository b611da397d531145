package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;

/** Products of several files of which only the names are known, such as those of CBERS, ECOSTRESS and OPERA. */
public final class OtherProducts implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> OtherProducts.class.getResourceAsStream("other-products.txt"));

    @Override
    public String id() {
        return "other-products";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        item.assets("", List.of());
    }
}
