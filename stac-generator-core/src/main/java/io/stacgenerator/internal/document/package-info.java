/** STAC documents in files, folders and catalogs. */
@NullMarked
package io.stacgenerator.internal.document;

import org.jspecify.annotations.NullMarked;
