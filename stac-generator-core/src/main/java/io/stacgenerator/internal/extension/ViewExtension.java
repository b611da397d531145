package io.stacgenerator.internal.extension;

import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;

/** The view geometry extension 1.1.0. Its angles come from metadata: no raster format tells them in its header. */
public final class ViewExtension extends BuiltInExtension {

    /** Creates the extension. */
    public ViewExtension() {
        super("view", "view", "1.1.0", "1.0.0");
    }

    @Override
    public boolean needsAssets() {
        return false;
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        // the metadata are merged later, and declare the extension when they give an angle
    }
}
