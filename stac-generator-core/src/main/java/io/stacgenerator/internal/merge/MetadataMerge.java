package io.stacgenerator.internal.merge;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.item.ItemTree;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.member.MergeRules;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;

/**
 * Merges metadata documents into a generated Item of STAC 1.1.0.
 *
 * <p>The base is JSON Merge Patch (RFC 7396): objects are merged member by member, null removes a member, arrays are
 * replaced. Exceptions are made where STAC has keys in arrays (links, providers, bands), objects that only make sense
 * as a whole (geometries, statistics), facts that the data know better, and members that belong to the generator.
 * Merging the same documents into the result again changes nothing.
 */
public final class MetadataMerge {

    private MetadataMerge() {}

    /**
     * Merges documents into an Item.
     *
     * @param generated the Item as JSON; not changed
     * @param provenance who wrote the members of the Item, to be brought up to date
     * @param documents the documents, later ones taking precedence, whose values become those of the Item
     * @param rules who wins and what is known of fields
     * @return a new Item, with notes
     * @throws io.stacgenerator.StacGeneratorException with {@code INVALID_METADATA} or {@code METADATA_CONFLICT} and
     *     all faults, in strict mode
     */
    public static MergeResult merge(
            Map<String, Object> generated, Provenance provenance, MetadataDocuments documents, MergeRules rules) {
        return new ItemMerge(new ItemTree(JsonValues.copyOf(generated), provenance), rules).merge(documents);
    }

    /**
     * Declares the extensions whose fields were added to a merged Item.
     *
     * @param tree the Item
     * @param fields what is known of fields
     * @return what the user should know
     */
    public static List<Warning> declareExtensions(ItemTree tree, KnownFields fields) {
        Notes notes = new Notes();
        new DeclaredExtensions(tree, fields, notes).derive();
        return new MergeResult(tree, notes.all()).warnings();
    }
}
