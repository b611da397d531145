package io.stacgenerator.internal.metadata;

import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import org.jspecify.annotations.Nullable;

/** What the parsers of vendors have in common: documents are known by their form, and outline the image coarsely. */
abstract class VendorParser implements MetadataParser {

    private final String vendor;
    private final VendorForm form;

    VendorParser(String vendor, VendorForm form) {
        this.vendor = vendor;
        this.form = form;
    }

    @Override
    public final String id() {
        return vendor;
    }

    @Override
    public boolean supports(MetadataDocument document, @Nullable String provider) {
        return form.matches(document, provider);
    }

    @Override
    public final boolean geometryIsApproximate() {
        return true;
    }
}
