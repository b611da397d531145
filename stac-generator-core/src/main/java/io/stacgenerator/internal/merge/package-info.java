/**
 * Merges metadata documents into a generated Item: RFC 7396 (JSON Merge Patch) with the exceptions that STAC needs.
 * {@link io.stacgenerator.internal.merge.MetadataMerge} is the entry.
 */
@NullMarked
package io.stacgenerator.internal.merge;

import org.jspecify.annotations.NullMarked;
