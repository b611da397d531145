/** Coordinates of reference systems on Earth to WGS 84 and back, by proj4j where it was measured against PROJ. */
@NullMarked
package io.stacgenerator.internal.proj;

import org.jspecify.annotations.NullMarked;
