/** Measures how fast the library is; {@code scripts/benchmark} and {@code scripts/measure} run it. */
@NullMarked
package io.stacgenerator.benchmarks;

import org.jspecify.annotations.NullMarked;
