/** The run of a batch: its Items, its record of what was done, its progress. */
@NullMarked
package io.stacgenerator.cli.batch;

import org.jspecify.annotations.NullMarked;
