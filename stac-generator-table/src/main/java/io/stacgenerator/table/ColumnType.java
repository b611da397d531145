package io.stacgenerator.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column holds. */
enum ColumnType {
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    /** Microseconds in UTC. */
    TIME,
    /** A geometry of GeoJSON as WKB. */
    GEOMETRY,
    /** Four or six numbers as a group. */
    BOX,
    LIST,
    GROUP,
    /** Any value as JSON text. */
    JSON;

    /** Returns the type that holds both, or null when there is none. */
    @Nullable ColumnType with(ColumnType other) {
        if (this == other || this == JSON) {
            return this;
        }
        if (other == JSON) {
            return other;
        }
        boolean numbers = (this == INTEGER || this == NUMBER) && (other == INTEGER || other == NUMBER);
        return numbers ? NUMBER : null;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
