/** The built-in parsers of metadata files. */
@NullMarked
package io.stacgenerator.internal.vendor;

import org.jspecify.annotations.NullMarked;
