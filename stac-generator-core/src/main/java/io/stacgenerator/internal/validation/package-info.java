/** The rules of STAC 1.1.0 Items and of the extensions they declare, checked in code. */
@NullMarked
package io.stacgenerator.internal.validation;

import org.jspecify.annotations.NullMarked;
