/** The HTTP service: requests in, jobs and Items out, and a page to watch them. */
@NullMarked
package io.stacgenerator.cli.service;

import org.jspecify.annotations.NullMarked;
