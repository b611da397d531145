/** Targets of a fuzzer that is guided by coverage: Jazzer, as {@code FuzzTest} runs it, or OSS-Fuzz. */
@NullMarked
package io.stacgenerator.fuzz;

import org.jspecify.annotations.NullMarked;
