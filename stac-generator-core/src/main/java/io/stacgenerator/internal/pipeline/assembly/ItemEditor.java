package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.model.StacLink;
import io.stacgenerator.spi.AssetDraft;
import io.stacgenerator.spi.MergedItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;

/** The merged Item as one extension sees it. */
final class ItemEditor implements MergedItem {

    private final ItemTree tree;
    private final String writer;
    private boolean edited;

    ItemEditor(ItemTree tree, String writer) {
        this.tree = tree;
        this.writer = writer;
    }

    boolean isEdited() {
        return edited;
    }

    @Override
    public StacItem item() {
        return StacItem.of(tree.item());
    }

    @Override
    public void set(Field field, Object value) {
        set(tree.properties(), field, value);
    }

    @Override
    public void set(String asset, Field field, Object value) {
        FieldHolder holder = tree.asset(asset)
                .orElseThrow(() -> new IllegalArgumentException("there is no asset %s, expected one of %s"
                        .formatted(asset, tree.assetsByKey().keySet())));
        set(holder, field, value);
    }

    private void set(FieldHolder holder, Field field, Object value) {
        holder.set(field, JsonValues.copy(value));
        tree.provenance().replace(holder.pointerTo(field.name()), writer);
        edited = true;
    }

    @Override
    public void addAsset(String key, AssetDraft asset) {
        if (tree.assetsByKey().containsKey(key)) {
            throw new IllegalArgumentException("there is an asset %s already, expected a new key".formatted(key));
        }
        tree.assetsByKey().put(key, JsonValues.copy(ItemAssembly.members(asset)));
        tree.asset(key).ifPresent(holder -> tree.provenance().attribute(holder, writer));
        edited = true;
    }

    @Override
    public void addLink(StacLink link) {
        FieldHolder added = tree.addLink();
        added.members().putAll(JsonValues.copyOf(link.toMap()));
        tree.provenance().attribute(added, writer);
        edited = true;
    }
}
