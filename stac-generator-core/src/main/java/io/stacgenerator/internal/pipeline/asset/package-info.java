/** Reads assets and drafts them: keys, media types, roles and bands. */
@NullMarked
package io.stacgenerator.internal.pipeline.asset;

import org.jspecify.annotations.NullMarked;
