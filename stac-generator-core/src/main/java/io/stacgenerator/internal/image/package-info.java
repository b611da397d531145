/** Headers of images that are no TIFF: JPEG 2000, PNG, GIF and WebP. Their pixels are left to other readers. */
@NullMarked
package io.stacgenerator.internal.image;

import org.jspecify.annotations.NullMarked;
