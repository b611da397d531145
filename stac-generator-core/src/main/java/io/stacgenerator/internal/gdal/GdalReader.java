package io.stacgenerator.internal.gdal;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what GDAL reads: JPEG 2000, NetCDF, HDF, GRIB, NITF, ENVI, PNG and many more, and TIFFs that the reader before
 * this one declines. Recognizes nothing where GDAL is not installed.
 *
 * <p>Local files are recognized by GDAL's own drivers, which also look at files next to them; remote ones, of which a
 * temporary copy is made to open them, by their leading bytes.
 */
public final class GdalReader implements RasterReader {

    private static final int ORDER = 100;

    /** Files that stand next to a raster, which drivers that go by a header of the same name take for the pixels. */
    private static final Pattern COMPANION =
            Pattern.compile("(?i).*\\.(txt|csv|tsv|md|log|html?|hdr|prj|wld|[a-z]{1,2}fw|shx|dbf|cpg|md5|sha256"
                    + "|clr|stx|sta|smp|ref|rdc|rpb|rpc)(?:[?#].*)?");

    /** Headers of EHdr and of floating-point grids of ESRI begin as text grids do, but end before the values. */
    private static final Pattern HEADER = Pattern.compile("(?i).*\\.hdr(?:[?#].*)?");

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
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return Signatures.driverOfNamedFiles(head).isPresent() // open tells why it is not read
                || (!HEADER.matcher(object.href()).matches() && recognizesContents(head, object));
    }

    private static boolean recognizesContents(ByteBuffer head, StorageObject object) {
        if (!GdalNatives.get().available()) {
            return Signatures.ofRaster(head); // open tells why it cannot be read
        }
        return object.localPath()
                .map(local -> identifies(object, local, mayBeRaw(head, object)))
                .orElseGet(() -> Signatures.ofRaster(head));
    }

    private static boolean identifies(StorageObject object, Path local, boolean mayBeRaw) {
        try (GdalFile file = GdalFile.toIdentify(object, local)) {
            GdalAccess gdal = GdalAccess.get();
            return gdal.identifies(file, mayBeRaw) || gdal.trusts(local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayBeRaw(ByteBuffer head, StorageObject object) {
        return !Signatures.ofOther(head) && !COMPANION.matcher(object.href()).matches();
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        refuseNamedFiles(object, context);
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            GdalFile.requireWhole(object);
            throw new StacGeneratorException(ErrorCode.UNSUPPORTED_RASTER, missing.get());
        }
        GdalFile file = GdalFile.of(object, context);
        try {
            return GdalAccess.get().open(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Whoever writes a file that names others would choose what this process reads. */
    private static void refuseNamedFiles(StorageObject object, GenerationContext context) throws IOException {
        Signatures.driverOfNamedFiles(object.read(0, HEAD_LENGTH))
                .filter(driver -> !GdalDrivers.added(driver)
                        && context.options().sourceFolders().isEmpty())
                .ifPresent(driver -> {
                    throw new StacGeneratorException(
                            ErrorCode.UNSUPPORTED_RASTER,
                            "it is a %s, which names other files to be read; allow the folders of these by the option sourceFolders"
                                    .formatted(driver));
                });
    }
}
