/** Amazon S3, and the storages that speak like it: options, the storage itself, and how to sign and list. */
@NullMarked
package io.stacgenerator.s3;

import org.jspecify.annotations.NullMarked;
