/** The merge of geometries and bounding boxes. */
@NullMarked
package io.stacgenerator.internal.merge.location;

import org.jspecify.annotations.NullMarked;
