/** The files that a file names, read from its bytes before GDAL may open them. */
@NullMarked
package io.stacgenerator.internal.gdal.named;

import org.jspecify.annotations.NullMarked;
