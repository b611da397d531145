/** Takes hrefs apart and puts them together, and keeps credentials out of what is published. */
@NullMarked
package io.stacgenerator.internal.href;

import org.jspecify.annotations.NullMarked;
