package io.stacgenerator.internal.merge.document;

/** How good the geometry of a metadata document is next to that of located data. */
public enum GeometrySource {

    /** A geometry like any, which conflicts with another one. */
    GIVEN,

    /** An outline of the scene, such as its corners, which gives way to located data. */
    OUTLINE,

    /** An outline of valid data, which is finer than the bounds of the data that it lies in. */
    VALID_DATA
}
