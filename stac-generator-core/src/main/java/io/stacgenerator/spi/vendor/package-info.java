/**
 * What a vendor of scenes implements: its products, how their files are named and grouped, and what their metadata say.
 */
@NullMarked
package io.stacgenerator.spi.vendor;

import org.jspecify.annotations.NullMarked;
