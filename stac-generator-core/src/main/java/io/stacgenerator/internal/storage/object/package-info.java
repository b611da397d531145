/** Open files, their byte ranges, and what becomes of failures to read them. */
@NullMarked
package io.stacgenerator.internal.storage.object;

import org.jspecify.annotations.NullMarked;
