package io.stacgenerator.internal.extension;

import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;

/** The file info extension 2.1.0: the size of each asset that was opened. */
public final class FileExtension extends BuiltInExtension {

    /** Creates the extension. */
    public FileExtension() {
        super("file", "file", "2.1.0", "2.1.0");
    }

    @Override
    public void apply(ItemDraft item, GenerationContext context) {
        item.assets()
                .values()
                .forEach(asset -> asset.size().ifPresent(bytes -> asset.fields().put("file:size", bytes)));
    }
}
