package io.stacgenerator.internal.gdal;

import io.stacgenerator.spi.raster.Raster;
import java.nio.file.Path;

/** What GDAL is asked of files: in this process, or in others that may be ended. Thread-safe. */
interface GdalAccess {

    /** The system property that has GDAL read files in processes of its own, by {@code true}. */
    String PROPERTY = "stacgenerator.gdal.process";

    /** Returns the way to GDAL that {@value #PROPERTY} chooses. */
    static GdalAccess get() {
        return Boolean.getBoolean(PROPERTY) ? GdalProcesses.get() : GdalInProcess.INSTANCE;
    }

    /**
     * Tells whether a driver takes the file for one of its format.
     *
     * @param file the file, handed over to be identified
     * @param mayBeRaw whether the file may be bare pixels that a header next to it describes
     */
    boolean identifies(GdalFile file, boolean mayBeRaw);

    /** Tells whether the file is for a driver that only the host allows, which may follow what files name. */
    boolean trusts(Path path);

    /** Tells whether a file of overviews or of a mask is a TIFF that names no other file. */
    boolean isPlainTiff(Path path);

    /** Opens a file and reads its header; the raster closes the file. */
    Raster open(GdalFile file);
}
