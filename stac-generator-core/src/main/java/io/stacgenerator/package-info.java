/**
 * Turns raster files and their metadata into valid SpatioTemporal Asset Catalog Items.
 *
 * <p>{@link io.stacgenerator.StacGenerator} is the entry point; {@link io.stacgenerator.GenerationRequest} says what to
 * turn into an Item.
 */
@NullMarked
package io.stacgenerator;

import org.jspecify.annotations.NullMarked;
