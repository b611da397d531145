package io.stacgenerator.internal.pipeline;

import io.stacgenerator.GenerationOutcome;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.Warning;
import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Warns of Items of one batch that have the same id in the same collection. Thread-safe. */
final class RepeatedIds {

    // a batch may be endless; names that collide come from folders that are listed close to each other
    private static final int MAX_IDS = 100_000;

    private final Map<List<String>, Boolean> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Boolean> eldest) {
            return size() > MAX_IDS;
        }
    };

    /** Returns the outcome, with a warning where an earlier one has the same id. */
    GenerationOutcome tell(GenerationOutcome outcome) {
        GenerationResult result = outcome.result();
        if (result == null || isFirst(result.item())) {
            return outcome;
        }
        List<Warning> warnings = new ArrayList<>(result.warnings());
        warnings.add(new Warning(
                "duplicate-id",
                "an earlier request of this batch has the id %s too; give each its own itemId"
                        .formatted(result.item().id()),
                "/id"));
        return new GenerationOutcome(
                outcome.request(), new GenerationResult(result.item(), warnings, result.origins()), null);
    }

    private synchronized boolean isFirst(StacItem item) {
        return ids.putIfAbsent(List.of(item.collection().orElse(""), item.id()), true) == null;
    }
}
