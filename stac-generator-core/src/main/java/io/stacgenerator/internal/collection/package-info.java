/** What a Collection says of all its Items. */
@NullMarked
package io.stacgenerator.internal.collection;

import org.jspecify.annotations.NullMarked;
