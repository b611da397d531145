/** The built-in STAC extensions. */
@NullMarked
package io.stacgenerator.internal.extension;

import org.jspecify.annotations.NullMarked;
