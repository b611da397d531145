/** Makes a small scene to try the library on: a Cloud Optimized GeoTIFF, its metadata and a Collection. */
@NullMarked
package io.stacgenerator.cli.demo;

import org.jspecify.annotations.NullMarked;
