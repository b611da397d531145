/** Calls of services: what they are given, and what becomes of what they throw. */
@NullMarked
package io.stacgenerator.internal.pipeline.service;

import org.jspecify.annotations.NullMarked;
