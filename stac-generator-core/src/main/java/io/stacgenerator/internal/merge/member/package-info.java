/** Which of two values of a member stays: the rules of sources, of measured fields and of protected members. */
@NullMarked
package io.stacgenerator.internal.merge.member;

import org.jspecify.annotations.NullMarked;
