package io.stacgenerator;

import io.stacgenerator.internal.json.WrittenMembers;
import io.stacgenerator.model.StacItem;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a result from the JSON that it was written as; members that a newer version adds are passed over. */
final class ResultJson {

    private ResultJson() {}

    static GenerationResult read(Map<String, ?> json) {
        WrittenMembers result = new WrittenMembers("result", json);
        Map<String, String> origins = new LinkedHashMap<>();
        WrittenMembers told = result.object("origins");
        told.names().forEach(pointer -> origins.put(pointer, told.text(pointer)));
        return new GenerationResult(
                StacItem.of(result.object("item").members()),
                result.objects("warnings").stream().map(Warning::fromMap).toList(),
                origins);
    }
}
