/** Coordinates: reference systems, their transformation to WGS 84, footprints and pixel sizes. */
@NullMarked
package io.stacgenerator.internal.geo;

import org.jspecify.annotations.NullMarked;
