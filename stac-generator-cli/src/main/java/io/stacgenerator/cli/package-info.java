/** The command line: one class for each command, started by {@link io.stacgenerator.cli.Main}. */
@NullMarked
package io.stacgenerator.cli;

import org.jspecify.annotations.NullMarked;
