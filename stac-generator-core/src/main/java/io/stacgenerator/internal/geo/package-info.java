/** Where rasters are: footprints, their bounds and the size of pixels. */
@NullMarked
package io.stacgenerator.internal.geo;

import org.jspecify.annotations.NullMarked;
