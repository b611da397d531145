/** The typed table of STAC fields and extensions that merging, extensions and validation share. */
@NullMarked
package io.stacgenerator.internal.field;

import org.jspecify.annotations.NullMarked;
