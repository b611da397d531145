/** One metadata document, brought into the form of STAC 1.1.0 before it is merged. */
@NullMarked
package io.stacgenerator.internal.merge.document;

import org.jspecify.annotations.NullMarked;
