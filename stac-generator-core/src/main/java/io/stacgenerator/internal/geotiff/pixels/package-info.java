/** Reads the pixels of a TIFF and measures them, in memory that does not grow with the image. */
@NullMarked
package io.stacgenerator.internal.geotiff.pixels;

import org.jspecify.annotations.NullMarked;
