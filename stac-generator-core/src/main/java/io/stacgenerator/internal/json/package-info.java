/** Reads JSON text into plain Java values. */
@NullMarked
package io.stacgenerator.internal.json;

import org.jspecify.annotations.NullMarked;
