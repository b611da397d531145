/** Items in pgstac, the tables of PostgreSQL that STAC servers read. */
@NullMarked
package io.stacgenerator.pgstac;

import org.jspecify.annotations.NullMarked;
