/** The structure of TIFF files: bytes, header, image file directories and tags (TIFF 6.0, BigTIFF). */
@NullMarked
package io.stacgenerator.internal.geotiff.tiff;

import org.jspecify.annotations.NullMarked;
