/** Map projections by formulas of our own, where proj4j has none or not those of PROJ. */
@NullMarked
package io.stacgenerator.internal.projection;

import org.jspecify.annotations.NullMarked;
