/** Writes Items to files and catalogs. */
@NullMarked
package io.stacgenerator.internal.sink;

import org.jspecify.annotations.NullMarked;
