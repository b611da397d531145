package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings a document to the form of a partial Item of STAC 1.1 whose values have the types of their fields. */
public final class DocumentNormalizer {

    /** RFC 6838, section 4.2, with parameters. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\w[\\w!#$&^.+-]*/\\w[\\w!#$&^.+-]*\\s*(;.*)?");

    private final Notes notes;
    private final PublicHrefs hrefs;
    private final ItemMembers members;
    private final ExtensionNames extensions;
    private final FieldNormalizer fields;
    private final OldVocabulary vocabulary;
    private final PixelFields pixelFields;

    public DocumentNormalizer(KnownFields known, Notes notes) {
        this.notes = notes;
        this.hrefs = new PublicHrefs(notes);
        this.members = new ItemMembers(known, notes);
        this.extensions = new ExtensionNames(known.extensions(), notes);
        this.fields = new FieldNormalizer(known, notes);
        this.vocabulary = new OldVocabulary(known, notes);
        this.pixelFields = new PixelFields(known);
    }

    /** Returns a normalized copy; empty, with a note, when the document is not an object. */
    public Optional<Map<String, Object>> normalize(MetadataLayer layer) {
        Optional<Map<String, Object>> document =
                JsonValues.object(layer.document()).map(JsonValues::copyOf);
        document.ifPresentOrElse(
                this::normalize,
                () -> notes.add(NoteCode.NOT_AN_OBJECT, "", "expected a JSON object, got %s", layer.document()));
        return document;
    }

    private void normalize(Map<String, Object> document) {
        hrefs.clean(document);
        members.arrange(document);
        extensions.resolve(document);
        vocabulary.upgrade(document);
        JsonValues.object(document.get("properties")).ifPresent(properties -> {
            fields.normalize(properties, FieldLevel.ITEM, "/properties");
            bands(properties, "/properties");
        });
        JsonValues.object(document.get("assets")).ifPresent(this::assets);
        JsonValues.array(document.get("links")).ifPresent(this::links);
    }

    private void assets(Map<String, Object> assets) {
        for (String key : List.copyOf(assets.keySet())) {
            if (assets.get(key) != null) {
                members.objectOrNothing(assets, key, "/assets");
            }
            String pointer = JsonPointer.to("/assets", key);
            JsonValues.object(assets.get(key)).ifPresent(asset -> {
                fields.normalize(asset, FieldLevel.ASSET, pointer);
                mediaType(asset, pointer);
                bands(asset, pointer);
            });
        }
    }

    private void bands(Map<String, Object> holder, String pointer) {
        if (holder.get("bands") != null) {
            members.arrayOrNothing(holder, "bands", pointer);
        }
        bands(holder, "bands", pointer);
        pixelFields.oldArrays().forEach(array -> bands(holder, array, pointer));
    }

    private void bands(Map<String, Object> holder, String array, String pointer) {
        List<Object> bands = JsonValues.array(holder.get(array)).orElse(List.of());
        String pointerToBands = JsonPointer.to(pointer, array);
        for (int i = 0; i < bands.size(); i++) {
            String band = JsonPointer.to(pointerToBands, i);
            Object value = bands.get(i);
            JsonValues.object(value).ifPresent(fieldsOf -> fields.normalize(fieldsOf, FieldLevel.BAND, band));
            if (value != null && JsonValues.object(value).isEmpty()) {
                notes.add(NoteCode.INVALID_TYPE, band, "expected an object, got %s; dropped", value);
                bands.set(i, null);
            }
        }
    }

    private void links(List<Object> links) {
        for (int i = 0; i < links.size(); i++) {
            String pointer = JsonPointer.to("/links", i);
            JsonValues.object(links.get(i)).ifPresent(link -> {
                fields.normalize(link, FieldLevel.LINK, pointer);
                mediaType(link, pointer);
            });
        }
    }

    /** The schemas of STAC take any string, but one of no media type says nothing. */
    private void mediaType(Map<String, Object> holder, String pointer) {
        if (holder.get("type") instanceof String type
                && !MEDIA_TYPE.matcher(type).matches()) {
            holder.remove("type");
            notes.add(
                    NoteCode.INVALID_VALUE,
                    JsonPointer.to(pointer, "type"),
                    "%s is not a media type such as image/tiff; dropped",
                    type);
        }
    }
}
