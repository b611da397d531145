/** Opens hrefs through the storages that are installed, under the policy and the budget of a request. */
@NullMarked
package io.stacgenerator.internal.storage;

import org.jspecify.annotations.NullMarked;
