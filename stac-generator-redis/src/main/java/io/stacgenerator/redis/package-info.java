/** A job queue on a Redis Stream with a consumer group, shared by any number of workers. */
@NullMarked
package io.stacgenerator.redis;

import org.jspecify.annotations.NullMarked;
