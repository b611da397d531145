/** Decodes the strips and tiles of a TIFF. */
@NullMarked
package io.stacgenerator.internal.geotiff.codec;

import org.jspecify.annotations.NullMarked;
