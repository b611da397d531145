/** What others implement to take Items somewhere else: to a format, a service or a storage. */
@NullMarked
package io.stacgenerator.spi.sink;

import org.jspecify.annotations.NullMarked;
