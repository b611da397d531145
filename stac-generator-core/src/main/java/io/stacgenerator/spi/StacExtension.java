package io.stacgenerator.spi;

import io.stacgenerator.Fault;
import io.stacgenerator.StacVersion;
import io.stacgenerator.model.StacItem;
import java.util.List;
import java.util.Set;

/**
 * A STAC extension: writes its fields into Items and declares its schema.
 *
 * <p>The {@link #id()} is the prefix of its fields, such as {@code proj}. Thread-safe and without state.
 *
 * @since 0.1.0
 */
public interface StacExtension extends Service {

    /**
     * Returns the URI of its JSON Schema, which is declared in {@code stac_extensions} when a field of it is present.
     *
     * @param version the version of STAC that the Item is written in
     * @return an absolute URI that names the version of the extension
     */
    String schemaUri(StacVersion version);

    /**
     * Returns other names that a request may use, compared without regard to case.
     *
     * @return such as {@code projection}; none by default
     */
    default Set<String> aliases() {
        return Set.of();
    }

    /**
     * Writes what can be told from the assets. Called once for each Item, before metadata are merged, when the request
     * chooses this extension.
     *
     * @param item the draft, to be changed
     * @param context the request
     */
    void apply(ItemDraft item, GenerationContext context);

    /**
     * Tells whether the extension can only do its work with assets that were opened. Where no chosen extension needs
     * them and the metadata of a request with the source {@code manual} give geometry and date, no asset is opened: the
     * drafts have neither size nor raster.
     *
     * @return false when the fields come from metadata and assets only add to them; true by default
     */
    default boolean needsAssets() {
        return true;
    }

    /**
     * Checks the finished Item against the rules of the extension. Called for Items that declare it.
     *
     * @param item the Item in STAC 1.1.0
     * @return the rules it breaks; none by default
     */
    default List<Fault> check(StacItem item) {
        return List.of();
    }
}
