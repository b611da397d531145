/** Headers of files that are not rasters: point clouds, vectors, tables and tiles. */
@NullMarked
package io.stacgenerator.internal.dataset;

import org.jspecify.annotations.NullMarked;
