/** The HTTP service: requests in, jobs and Items out, and a page to watch them. */
@NullMarked
package io.stacgenerator.examples.service;

import org.jspecify.annotations.NullMarked;
