/** Contract tests for those who implement the SPI: extend one per service and supply the implementation. */
@NullMarked
package io.stacgenerator.testkit;

import org.jspecify.annotations.NullMarked;
