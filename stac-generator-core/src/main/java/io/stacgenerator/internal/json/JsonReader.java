package io.stacgenerator.internal.json;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.model.JsonText;
import java.util.Map;

/** Reads JSON objects at the expense of the asset that they belong to, with errors that name the document. */
public final class JsonReader {

    private JsonReader() {}

    /**
     * Reads an object.
     *
     * @param text JSON text
     * @param code the code of the error when the text is at fault
     * @param what the document, for the message: such as {@code request} or the href of a metadata file
     * @return the members in document order, in maps and lists that may be changed
     * @throws StacGeneratorException when the text is not one JSON object
     */
    public static Map<String, Object> object(String text, ErrorCode code, String what) {
        try {
            return JsonText.parse(text, AssetBudget.elements());
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(code, "%s is %s".formatted(what, e.getMessage()), e);
        }
    }
}
