package io.stacgenerator.internal.merge.document;

import io.stacgenerator.internal.field.KnownExtension;
import io.stacgenerator.internal.field.KnownExtensions;
import io.stacgenerator.internal.href.Iri;
import io.stacgenerator.internal.merge.note.NoteCode;
import io.stacgenerator.internal.merge.note.Notes;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the entries of {@code stac_extensions} into URIs, one for each extension, in the version that is written. */
final class ExtensionNames {

    private static final String POINTER = "/stac_extensions";

    private final KnownExtensions known;
    private final Notes notes;

    ExtensionNames(KnownExtensions known, Notes notes) {
        this.known = known;
        this.notes = notes;
    }

    void resolve(Map<String, Object> document) {
        Object given = document.get("stac_extensions");
        if (given == null) {
            return;
        }
        Set<String> uris = new LinkedHashSet<>();
        for (Object entry : JsonValues.array(given).orElse(List.of(given))) {
            uri(entry).ifPresent(uris::add);
        }
        document.put("stac_extensions", new ArrayList<Object>(uris));
    }

    private Optional<String> uri(Object entry) {
        if (!(entry instanceof String text)) {
            notes.add(NoteCode.INVALID_TYPE, POINTER, "expected the name of an extension, got %s; dropped", entry);
            return Optional.empty();
        }
        return text.contains("://") ? absolute(text.strip()) : named(text);
    }

    private Optional<String> absolute(String uri) {
        if (Iri.isAbsolute(uri)) {
            return Optional.of(written(uri));
        }
        notes.add(NoteCode.INVALID_VALUE, POINTER, "%s is not a URI; dropped", uri);
        return Optional.empty();
    }

    private Optional<String> named(String name) {
        Optional<String> uri = known.named(name).map(KnownExtension::uri);
        if (uri.isEmpty()) {
            notes.add(
                    NoteCode.UNKNOWN_EXTENSION, POINTER, "%s is not the name of a known extension; give its URI", name);
        } else {
            notes.add(NoteCode.SHORT_NAME, POINTER, "%s stands for %s", name, uri.get());
        }
        return uri;
    }

    private String written(String uri) {
        String written = known.withUri(uri).map(KnownExtension::uri).orElse(uri);
        if (!written.equals(uri)) {
            notes.add(NoteCode.EXTENSION_VERSION, POINTER, "%s is written as %s", uri, written);
        }
        return written;
    }
}
