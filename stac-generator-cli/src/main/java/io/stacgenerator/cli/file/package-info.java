/** Files and streams that a command reads and writes. */
@NullMarked
package io.stacgenerator.cli.file;

import org.jspecify.annotations.NullMarked;
