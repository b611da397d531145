/** Sends Items to a STAC API, by its Transaction extension. */
@NullMarked
package io.stacgenerator.internal.stacapi;

import org.jspecify.annotations.NullMarked;
