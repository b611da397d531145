/** Writes a STAC 1.1.0 Item as one of STAC 1.0.0. */
@NullMarked
package io.stacgenerator.internal.downgrade;

import org.jspecify.annotations.NullMarked;
