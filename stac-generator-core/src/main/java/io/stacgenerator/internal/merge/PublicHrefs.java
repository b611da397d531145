package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes credentials out of the hrefs of a document, wherever they stand. */
final class PublicHrefs {

    private final Notes notes;

    PublicHrefs(Notes notes) {
        this.notes = notes;
    }

    void clean(Map<String, Object> object, String pointer) {
        for (String name : List.copyOf(object.keySet())) {
            String pointerToMember = JsonPointer.to(pointer, name);
            if (name.equals("href") && object.get(name) instanceof String href && isSecret(href)) {
                object.put(name, Secrets.published(href));
                notes.add(NoteCode.CREDENTIALS_REMOVED, pointerToMember, "%s was cleared of credentials", href);
            } else {
                cleanWithin(object.get(name), pointerToMember);
            }
        }
    }

    private void cleanWithin(@Nullable Object value, String pointer) {
        JsonValues.object(value).ifPresent(object -> clean(object, pointer));
        List<Object> array = JsonValues.array(value).orElse(List.of());
        for (int i = 0; i < array.size(); i++) {
            cleanWithin(array.get(i), JsonPointer.to(pointer, i));
        }
    }

    private static boolean isSecret(String href) {
        int fragment = href.indexOf('#');
        return !Secrets.published(href).equals(fragment < 0 ? href : href.substring(0, fragment));
    }
}
