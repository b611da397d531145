/** Zarr stores: their metadata, and the coordinates of their dimensions. */
@NullMarked
package io.stacgenerator.internal.zarr;

import org.jspecify.annotations.NullMarked;
