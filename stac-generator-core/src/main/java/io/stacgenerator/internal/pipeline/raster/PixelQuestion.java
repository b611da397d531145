package io.stacgenerator.internal.pipeline.raster;

import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.util.Optional;

/** Something that takes the pixels of a raster. */
@FunctionalInterface
interface PixelQuestion<T> {

    /** Returns the answer; empty where the pixels cannot be decoded. */
    Optional<T> ask(Raster raster) throws IOException;
}
