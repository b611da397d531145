/** Items as tables: stac-geoparquet. */
@NullMarked
package io.stacgenerator.table;

import org.jspecify.annotations.NullMarked;
