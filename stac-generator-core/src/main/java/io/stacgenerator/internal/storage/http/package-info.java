/** Reads HTTP(S) by range requests: redirects, retries, pinned addresses, one version of each file. Calls services. */
@NullMarked
package io.stacgenerator.internal.storage.http;

import org.jspecify.annotations.NullMarked;
