/** Finds scenes in a listing: which files make one Item. */
@NullMarked
package io.stacgenerator.internal.scene;

import org.jspecify.annotations.NullMarked;
