/** What is set on the command line: groups of options that commands share, and how their values are read. */
@NullMarked
package io.stacgenerator.cli.option;

import org.jspecify.annotations.NullMarked;
