/**
 * What others implement: extensions, storage, formats of rasters, other data and metadata, and the values they exchange
 * with the generator.
 *
 * <p>An implementation is found by {@link java.util.ServiceLoader} or installed on
 * {@link io.stacgenerator.StacGenerator.Builder}. New capability comes as default methods only.
 */
@NullMarked
package io.stacgenerator.spi;

import org.jspecify.annotations.NullMarked;
