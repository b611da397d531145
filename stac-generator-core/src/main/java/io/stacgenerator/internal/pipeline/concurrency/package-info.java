/** Threads: the bound of requests and of their tasks, and results in order. */
@NullMarked
package io.stacgenerator.internal.pipeline.concurrency;

import org.jspecify.annotations.NullMarked;
