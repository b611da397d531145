/** The merge of assets and their bands. */
@NullMarked
package io.stacgenerator.internal.merge.asset;

import org.jspecify.annotations.NullMarked;
