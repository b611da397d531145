/** Google Cloud Storage: options, the storage itself, and how to prove who asks and to list. */
@NullMarked
package io.stacgenerator.gcs;

import org.jspecify.annotations.NullMarked;
