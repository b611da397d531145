/**
 * Storage resolver for Azure Blob Storage: {@code az://}, {@code abfs[s]://}, {@code wasb[s]://} and blob URLs that
 * need a credential.
 */
@NullMarked
package io.stacgenerator.azure;

import org.jspecify.annotations.NullMarked;
