package io.stacgenerator.spi;

import io.stacgenerator.Fault;
import io.stacgenerator.StacVersion;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.SchemaRules;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * A STAC extension: declares its schema, describes its fields, and writes them from the assets.
 *
 * <p>What {@link #fields()} and {@link #schemaRules()} say is all that the generator knows of an extension, one of its
 * own or one of others: by it metadata are coerced, Items checked and declared, Collections summarized and STAC 1.0.0
 * written. The {@link #id()} is the short name of the extension, by default the prefix of its fields, such as
 * {@code proj}. Thread-safe and without state.
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
     * Returns the prefixes of its fields.
     *
     * @return the id by default; none when its fields have no prefix
     */
    default Set<String> prefixes() {
        return Set.of(id());
    }

    /**
     * Returns its fields. Called once, when a generator is built.
     *
     * @return the fields; none by default: fields with its prefixes may then have any value
     */
    default List<Field> fields() {
        return List.of();
    }

    /**
     * Returns what its schema asks of an Item. Called once, when a generator is built.
     *
     * @return the rules; by default a field of it, at any level, makes it declared
     */
    default SchemaRules schemaRules() {
        return SchemaRules.open();
    }

    /**
     * Reads more of an asset while it is open, such as all its bytes. Called once for each asset that is opened, before
     * {@link #apply}, for several assets at once, when the request chooses this extension. May block. Does nothing by
     * default: an extension that only needs what the raster says of itself has it in {@link #apply}. One that needs
     * pixels has them by {@link GenerationContext#openRaster} and
     * {@link io.stacgenerator.spi.raster.Raster#readWindow}.
     *
     * @param asset the draft of this asset, to be changed
     * @param object the open file, which the caller closes
     * @param context the request
     * @throws io.stacgenerator.StacGeneratorException with {@code UNSUPPORTED_RASTER} or {@code INVALID_RASTER} where
     *     the file cannot be read as needed: a warning, or an error in strict mode; any other is an error
     * @throws IOException when reading fails
     */
    default void read(AssetDraft asset, StorageObject object, GenerationContext context) throws IOException {}

    /**
     * Writes what follows from the assets. Called once for each Item, before metadata are merged, when the request
     * chooses this extension.
     *
     * @param item the draft, to be changed
     * @param context the request
     */
    void apply(ItemDraft item, GenerationContext context);

    /**
     * Derives something from the Item as a whole: properties from those of the metadata, an asset, a link. Called once
     * for each Item, after metadata were merged and before the Item is checked, when the request chooses this
     * extension. Does nothing by default.
     *
     * @param item the Item, to be added to
     * @param context the request
     */
    default void finish(MergedItem item, GenerationContext context) {}

    /**
     * Returns whether the extension can only do its work with assets that were opened. Where no chosen extension needs
     * them and the metadata of a request with the source {@code manual} give geometry and date, no asset is opened: the
     * drafts have neither size nor raster.
     *
     * @return false when the fields come from metadata and assets only add to them; true by default
     */
    default boolean needsAssets() {
        return true;
    }

    /**
     * Checks what holds between fields of the finished Item; {@link #fields()} and {@link #schemaRules()} are checked
     * before. Called for Items that declare the extension.
     *
     * @param item the Item in STAC 1.1.0
     * @return the rules it breaks; none by default
     */
    default List<Fault> check(StacItem item) {
        return List.of();
    }

    /**
     * Brings fields of older versions of the extension to those of {@link #fields()}. Called for each object of
     * metadata, before their values are coerced; entries of bands are converted by {@link Field#legacyBand} before.
     *
     * @param holder an object of metadata, whose members have any type and may be changed; does nothing by default
     */
    default void upgrade(FieldHolder holder) {}

    /**
     * Brings its fields to the version that {@link #schemaUri} gives for STAC 1.0.0. Called for each Item that is
     * written in STAC 1.0.0, before entries of bands are converted by {@link Field#legacyBand}.
     *
     * @param item all objects of the Item that hold fields, whose members may be changed, but not the values in these;
     *     nothing is changed by default
     * @return the URI to declare in place of that for STAC 1.1.0, by default that of {@link #schemaUri}
     */
    default String downgrade(List<FieldHolder> item) {
        return schemaUri(StacVersion.V1_0_0);
    }
}
