/** Reads the metadata documents and the Collection of a request. */
@NullMarked
package io.stacgenerator.internal.pipeline.metadata;

import org.jspecify.annotations.NullMarked;
