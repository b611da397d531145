package io.stacgenerator.internal.proj;

/** How a shift of datum at a place compares with that of PROJ. */
enum ShiftKind {
    /** As close as was measured for the system. */
    MEASURED,
    /** By the same grid. */
    BY_GRID,
    /** None is known here, though there are some for other places. */
    UNKNOWN
}
