/** Requests and their assets as observations of Micrometer or spans of OpenTelemetry. */
@NullMarked
package io.stacgenerator.observation;

import org.jspecify.annotations.NullMarked;
