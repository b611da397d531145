/** Dates and times in the names of files and in their tags. */
@NullMarked
package io.stacgenerator.internal.datetime;

import org.jspecify.annotations.NullMarked;
