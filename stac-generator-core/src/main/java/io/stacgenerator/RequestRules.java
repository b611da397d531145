package io.stacgenerator;

import io.stacgenerator.internal.item.IdRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that the values of a request must keep. */
final class RequestRules {

    private RequestRules() {}

    static void check(GenerationRequest.Builder request, List<Fault> faults) {
        request.texts().forEach((name, text) -> checkText("/" + name, text, faults));
        checkId(request.itemId(), faults);
        request.lists().forEach((name, list) -> checkList("/" + name, list, faults));
        OptionsJson.check(request.options(), faults);
        checkKeys(request.assets(), faults);
        if (request.lists().getOrDefault("assetPaths", List.of()).isEmpty()) {
            faults.add(new Fault("/assetPaths", "is empty, expected the href of at least one asset"));
        }
    }

    private static void checkKeys(List<Asset> assets, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < assets.size(); i++) {
            String key = assets.get(i).key().orElse(null);
            if (key != null && !seen.add(key)) {
                faults.add(new Fault("/assets/%d/key".formatted(i), "'%s' is given twice".formatted(key)));
            }
        }
    }

    private static void checkText(String pointer, @Nullable String text, List<Fault> faults) {
        if (text != null && text.isBlank()) {
            faults.add(new Fault(pointer, "is an empty string, leave it out or give a value"));
        }
    }

    private static void checkId(@Nullable String id, List<Fault> faults) {
        checkText("/itemId", id, faults);
        if (id == null || id.isBlank()) {
            return;
        }
        IdRules.problems(id).forEach(problem -> faults.add(new Fault("/itemId", problem)));
    }

    private static void checkList(String pointer, List<String> list, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            checkText(pointer + "/" + i, list.get(i), faults);
            if (!list.get(i).isBlank() && !seen.add(list.get(i))) {
                faults.add(new Fault(pointer + "/" + i, "is given twice, leave it out"));
            }
        }
    }
}
