package io.stacgenerator.internal.merge.member;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.Source;
import io.stacgenerator.internal.field.KnownFields;

/**
 * How metadata are merged. Immutable.
 *
 * @param source who wins where metadata contradict what was measured in the data
 * @param strict whether conflicts and invalid values are errors
 * @param georeferenced whether the data say where they lie, so that geometry, bbox and the reference system count as
 *     measured; without it a document may replace them
 * @param fixedId whether the id of the generated Item stays even where metadata win
 * @param fields the fields and extensions that are known
 */
public record MergeRules(Source source, boolean strict, boolean georeferenced, boolean fixedId, KnownFields fields) {

    /** Checks that nothing is null. */
    public MergeRules {
        requireNonNull(source, "source");
        requireNonNull(fields, "fields");
    }

    public boolean dataWin() {
        return source == Source.AUTOMATIC;
    }
}
