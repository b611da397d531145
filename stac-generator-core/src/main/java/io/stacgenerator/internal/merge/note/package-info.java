/** What the merge of metadata says of what it changed or dropped. */
@NullMarked
package io.stacgenerator.internal.merge.note;

import org.jspecify.annotations.NullMarked;
