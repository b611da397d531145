/** Photographs, mostly of drones: what their tags say of camera, position and angles. */
@NullMarked
package io.stacgenerator.internal.photo;

import org.jspecify.annotations.NullMarked;
