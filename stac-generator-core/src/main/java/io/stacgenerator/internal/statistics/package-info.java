/** Statistics of band values that stream by, in bounded memory. */
@NullMarked
package io.stacgenerator.internal.statistics;

import org.jspecify.annotations.NullMarked;
