/** The built-in parsers of metadata files. */
@NullMarked
package io.stacgenerator.internal.metadata;

import org.jspecify.annotations.NullMarked;
