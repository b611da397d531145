/**
 * Reads rasters through GDAL, where its native library and its Java bindings are installed.
 *
 * <p>No class of GDAL is touched before the natives of its bindings have been found. Every call of GDAL is made within
 * a {@link io.stacgenerator.internal.gdal.GdalSession}, which keeps GDAL silent and off the network. Nothing is written
 * next to the data: statistics are computed from pixels that GDAL reads, not by GDAL, which would keep them in an
 * {@code .aux.xml} file.
 */
@NullMarked
package io.stacgenerator.internal.gdal;

import org.jspecify.annotations.NullMarked;
