/** The command line: one class for each command, started by {@link io.stacgenerator.examples.cli.Main}. */
@NullMarked
package io.stacgenerator.examples.cli;

import org.jspecify.annotations.NullMarked;
