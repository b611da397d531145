/** Finds services and puts them in order. */
@NullMarked
package io.stacgenerator.internal.registry;

import org.jspecify.annotations.NullMarked;
