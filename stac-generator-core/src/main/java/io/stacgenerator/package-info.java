/** The public API: a request goes in, a valid STAC Item comes out. */
@NullMarked
package io.stacgenerator;

import org.jspecify.annotations.NullMarked;
