/** An Item while it is made: its tree of objects that hold fields, and who wrote each member. */
@NullMarked
package io.stacgenerator.internal.item;

import org.jspecify.annotations.NullMarked;
