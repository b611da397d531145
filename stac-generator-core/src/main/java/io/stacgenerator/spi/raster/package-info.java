/** An open raster and what its file says: size, bands, reference system, transform, statistics and validity. */
@NullMarked
package io.stacgenerator.spi.raster;

import org.jspecify.annotations.NullMarked;
