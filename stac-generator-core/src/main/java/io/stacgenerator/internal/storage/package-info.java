/** Reads files and HTTP(S) by ranges, under the storage policy. */
@NullMarked
package io.stacgenerator.internal.storage;

import org.jspecify.annotations.NullMarked;
