package io.stacgenerator.internal.vendor;

import io.stacgenerator.FootprintMode;
import io.stacgenerator.internal.merge.document.GeometrySource;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a vendor. They are recognized by their form, not by the name of the provider. */
public final class VendorParser implements MetadataParser {

    private final Vendor vendor;

    VendorParser(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public String id() {
        return vendor.id();
    }

    @Override
    public int order() {
        return vendor.order();
    }

    @Override
    public boolean supports(MetadataDocument document, @Nullable String provider) {
        return vendor.supports(document);
    }

    @Override
    public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
        return describe(document, context).toMap();
    }

    private VendorItem describe(MetadataDocument document, GenerationContext context) {
        Section section = Sections.read(document);
        VendorItem item = new VendorItem(vendor.products(), document, context);
        vendor.describe(section, item);
        return item;
    }

    /**
     * Reads a document.
     *
     * @param document a document that is supported
     * @param context the request that it belongs to
     * @return what it says, with the id of the product and how good its outline is
     */
    public MetadataLayer layer(MetadataDocument document, GenerationContext context) {
        VendorItem item = describe(document, context);
        boolean fine = item.outlinesValidData() && context.options().footprint() == FootprintMode.BOUNDS;
        return new MetadataLayer(
                document.href(),
                item.toMap(),
                fine ? GeometrySource.VALID_DATA : GeometrySource.OUTLINE,
                item.product());
    }

    /** Most vendors outline an image by its corners. */
    @Override
    public boolean geometryIsApproximate() {
        return true;
    }
}
