/** Small pictures of rasters: which bands they show, their colors, and PNG. */
@NullMarked
package io.stacgenerator.internal.thumbnail;

import org.jspecify.annotations.NullMarked;
