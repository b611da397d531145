/** Items by the million on Apache Spark: of requests or of scenes in a storage, as rows and as tables. */
@NullMarked
package io.stacgenerator.spark;

import org.jspecify.annotations.NullMarked;
