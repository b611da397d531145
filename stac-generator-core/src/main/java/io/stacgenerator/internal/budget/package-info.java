/** What reading one asset may cost. */
@NullMarked
package io.stacgenerator.internal.budget;

import org.jspecify.annotations.NullMarked;
