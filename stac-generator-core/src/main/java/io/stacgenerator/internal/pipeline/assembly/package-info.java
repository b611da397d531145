/** Makes the Item: location, date, id, extensions, merge, checks. */
@NullMarked
package io.stacgenerator.internal.pipeline.assembly;

import org.jspecify.annotations.NullMarked;
