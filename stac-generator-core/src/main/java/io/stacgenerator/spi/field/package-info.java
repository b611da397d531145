/** The fields of an Item as extensions describe them: type, level, rules, summary and the form of STAC 1.0.0. */
@NullMarked
package io.stacgenerator.spi.field;

import org.jspecify.annotations.NullMarked;
