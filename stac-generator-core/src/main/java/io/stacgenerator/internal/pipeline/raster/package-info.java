/** An open raster: who reads it, and which questions of its pixels who answers. */
@NullMarked
package io.stacgenerator.internal.pipeline.raster;

import org.jspecify.annotations.NullMarked;
