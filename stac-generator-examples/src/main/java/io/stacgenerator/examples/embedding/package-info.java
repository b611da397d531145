/** The library inside applications of others. */
@NullMarked
package io.stacgenerator.examples.embedding;

import org.jspecify.annotations.NullMarked;
