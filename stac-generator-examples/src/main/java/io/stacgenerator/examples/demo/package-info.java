/** Makes a small scene to try the library on: a Cloud Optimized GeoTIFF, its metadata and a Collection. */
@NullMarked
package io.stacgenerator.examples.demo;

import org.jspecify.annotations.NullMarked;
