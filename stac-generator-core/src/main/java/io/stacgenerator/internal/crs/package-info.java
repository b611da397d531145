/** Reference systems as files define them: by GeoKeys, well-known text, PROJ strings and codes. */
@NullMarked
package io.stacgenerator.internal.crs;

import org.jspecify.annotations.NullMarked;
