/** Raster attribute tables: what the values of thematic rasters stand for. */
@NullMarked
package io.stacgenerator.internal.attributetable;

import org.jspecify.annotations.NullMarked;
