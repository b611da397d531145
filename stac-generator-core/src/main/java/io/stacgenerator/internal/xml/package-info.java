/** Reading XML that nobody vouches for. */
@NullMarked
package io.stacgenerator.internal.xml;

import org.jspecify.annotations.NullMarked;
