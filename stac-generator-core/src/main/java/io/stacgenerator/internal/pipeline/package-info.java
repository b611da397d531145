/** The way of one request, from its hrefs to a checked Item. */
@NullMarked
package io.stacgenerator.internal.pipeline;

import org.jspecify.annotations.NullMarked;
