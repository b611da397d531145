/** Examples of the library in use. */
@NullMarked
package io.stacgenerator.examples;

import org.jspecify.annotations.NullMarked;
