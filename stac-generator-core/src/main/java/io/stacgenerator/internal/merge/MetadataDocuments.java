package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.asset.AssetMatching;
import io.stacgenerator.internal.merge.document.DocumentNormalizer;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.merge.location.LocationMerge;
import io.stacgenerator.internal.merge.note.Note;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata documents of a request, each in the form of a partial Item of STAC 1.1 whose values have the types of
 * their fields. They are merged once, because the Item takes their values over.
 */
public final class MetadataDocuments {

    private final List<Document> documents;

    private MetadataDocuments(List<Document> documents) {
        this.documents = documents;
    }

    /** A document, and what was done to bring it to its form. */
    record Document(MetadataLayer layer, Map<String, Object> members, List<Note> notes) {}

    /**
     * Brings documents to the form in which they are merged.
     *
     * @param layers the documents, later ones taking precedence; not changed
     * @param fields what is known of fields
     * @return the documents; one that is not an object says nothing
     */
    public static MetadataDocuments of(List<MetadataLayer> layers, KnownFields fields) {
        return new MetadataDocuments(
                layers.stream().map(layer -> normalized(layer, fields)).toList());
    }

    /**
     * Brings a document to the form in which it is merged.
     *
     * @param layer the document; not changed
     * @param fields what is known of fields
     * @return a partial Item; empty when the document is not an object
     */
    public static Map<String, Object> normalize(MetadataLayer layer, KnownFields fields) {
        return normalized(layer, fields).members();
    }

    private static Document normalized(MetadataLayer layer, KnownFields fields) {
        Notes notes = new Notes();
        notes.from(layer.name());
        Map<String, Object> members =
                new DocumentNormalizer(fields, notes).normalize(layer).orElseGet(LinkedHashMap::new);
        return new Document(layer, members, notes.all());
    }

    /**
     * Returns whether they say where the Item is.
     *
     * @return true when one has a geometry that an Item may have, or a box that makes one
     */
    public boolean giveGeometry() {
        return documents.stream().map(Document::members).anyMatch(LocationMerge::locates);
    }

    /**
     * Returns whether they say when the data were acquired.
     *
     * @return true when they have a datetime, or a start and an end of it
     */
    public boolean giveDatetime() {
        return have("datetime") || (have("start_datetime") && have("end_datetime"));
    }

    private boolean have(String property) {
        return documents.stream()
                .map(document -> JsonValues.members(document.members().get("properties")))
                .anyMatch(properties -> properties.get(property) != null);
    }

    /**
     * Returns the document that names the product.
     *
     * @return the first with the id of a vendor's product
     */
    public Optional<MetadataLayer> named() {
        return documents.stream()
                .map(Document::layer)
                .filter(layer -> layer.product() != null)
                .findFirst();
    }

    /**
     * Returns what they give for the Item as a whole.
     *
     * @return the properties, of later documents before those of earlier ones
     */
    public Map<String, Object> itemFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        documents.forEach(
                document -> fields.putAll(JsonValues.members(document.members().get("properties"))));
        return fields;
    }

    /**
     * Returns what they give for one asset.
     *
     * @param key the key of the asset
     * @param href where it leads to
     * @return its members, of later documents before those of earlier ones
     */
    public Map<String, Object> assetFields(String key, String href) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Document document : documents) {
            Map<String, Object> assets = JsonValues.members(document.members().get("assets"));
            AssetMatching.match(
                            Map.of(key, Map.of("href", href)),
                            assets,
                            document.layer().name())
                    .keySet()
                    .forEach(match -> fields.putAll(JsonValues.members(assets.get(match))));
        }
        return fields;
    }

    List<Document> list() {
        return documents;
    }
}
