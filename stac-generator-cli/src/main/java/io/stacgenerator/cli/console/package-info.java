/** What a command tells people, and how it ends. */
@NullMarked
package io.stacgenerator.cli.console;

import org.jspecify.annotations.NullMarked;
