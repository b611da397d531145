/** Requests of a batch, as they are read from lines, JSON or a listing. */
@NullMarked
package io.stacgenerator.cli.request;

import org.jspecify.annotations.NullMarked;
