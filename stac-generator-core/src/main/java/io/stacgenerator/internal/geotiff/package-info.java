/**
 * Reads GeoTIFF, BigTIFF and Cloud Optimized GeoTIFF: byte fetch, TIFF structure (TIFF 6.0, BigTIFF), the GeoTIFF
 * interpretation (OGC 19-008r4) and the tags of GDAL, each apart.
 */
@NullMarked
package io.stacgenerator.internal.geotiff;

import org.jspecify.annotations.NullMarked;
