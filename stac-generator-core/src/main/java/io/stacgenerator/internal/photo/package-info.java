/** Photographs, mostly from drones: camera, position and angles from their tags. */
@NullMarked
package io.stacgenerator.internal.photo;

import org.jspecify.annotations.NullMarked;
