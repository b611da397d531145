package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what GDAL reads: JPEG 2000, NetCDF, HDF, GRIB, NITF, ENVI, PNG and many more, and TIFFs that the reader before
 * this one declines. Recognises nothing where GDAL is not installed.
 *
 * <p>Local files are recognised by GDAL's own drivers, which also look at files beside them; remote ones, of which a
 * temporary copy is made to open them, by their leading bytes.
 */
public final class GdalReader implements RasterReader {

    private static final int ORDER = 100;

    /** Files that stand beside a raster, which drivers that go by a header of the same name take for the pixels. */
    private static final Pattern COMPANION = Pattern.compile(
            "(?i).*\\.(txt|csv|tsv|md|log|html?|hdr|prj|wld|[a-z]{1,2}fw|shx|dbf|cpg|md5|sha256)(?:[?#].*)?");

    private final GdalDrivers drivers;

    /** Creates the reader, with the drivers that system properties allow. */
    public GdalReader() {
        this(System.getProperty(GdalDrivers.PROPERTY, ""));
    }

    /**
     * Creates the reader.
     *
     * @param drivers short names of drivers of GDAL that are allowed beside those of self-contained formats, separated
     *     by commas
     */
    public GdalReader(String drivers) {
        this.drivers = GdalDrivers.allowing(drivers);
    }

    @Override
    public String id() {
        return "gdal";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<String> missing() {
        return GdalNatives.get().missing();
    }

    @Override
    public boolean recognises(ByteBuffer head, StorageObject object) {
        if (!GdalNatives.get().available()) {
            return false;
        }
        Path path = object.localPath();
        return path == null
                ? Signatures.ofRaster(head)
                : GdalSession.call(() -> drivers.identify(path, mayBeRaw(head, object)));
    }

    private static boolean mayBeRaw(ByteBuffer head, StorageObject object) {
        return !Signatures.ofOther(head) && !COMPANION.matcher(object.href()).matches();
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        missing().ifPresent(missing -> {
            throw new StacGeneratorException(ErrorCode.UNSUPPORTED_RASTER, missing);
        });
        GdalFile file = GdalFile.of(object, context);
        try {
            return GdalSession.call(file, () -> GdalRaster.open(file, drivers));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
