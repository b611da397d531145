package io.stacgenerator.spi.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows that names are held against. Each name of an Item is held against hundreds, of which next to none match: what
 * rules out most of them lies side by side in memory, since to follow each row takes longer than to compare.
 */
final class NamedRows<T> {

    private final List<T> rows;
    private final long[] low;
    private final long[] high;

    NamedRows(List<T> rows, Function<T, NameExpression> expression) {
        this.rows = rows;
        this.low = new long[rows.size()];
        this.high = new long[rows.size()];
        for (int i = 0; i < low.length; i++) {
            LetterPairs needed = expression.apply(rows.get(i)).needed();
            low[i] = needed.low();
            high[i] = needed.high();
        }
    }

    /** Returns the rows whose expressions may match a name, in their order. */
    List<T> candidates(FileName name) {
        List<T> candidates = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            if (name.pairs().include(low[i], high[i])) {
                candidates.add(rows.get(i));
            }
        }
        return candidates;
    }
}
