/** What is known of a request while it runs. */
@NullMarked
package io.stacgenerator.internal.pipeline.request;

import org.jspecify.annotations.NullMarked;
