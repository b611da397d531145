/** Compares what the library makes of a folder of real rasters with what another tool made of them. */
@NullMarked
package io.stacgenerator.conformance;

import org.jspecify.annotations.NullMarked;
