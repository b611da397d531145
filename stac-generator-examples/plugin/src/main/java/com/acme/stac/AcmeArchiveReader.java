package com.acme.stac;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Opens grids that are sent zipped, one in each archive. */
public final class AcmeArchiveReader implements RasterReader {

    /** A grid is 16 MiB at most; an archive may expand to any size. */
    private static final int LARGEST = 1 << 24;

    @Override
    public String id() {
        return "agrid-zip";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        String text = US_ASCII.decode(head).toString();
        return text.startsWith("PK\u0003\u0004") && text.contains(".agrid");
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        byte[] grid = unpacked(object);
        Raster raster = context.openRaster(StorageObject.of(object.href(), grid))
                .orElseThrow(() -> invalid(object, "holds no grid"));
        return raster.as(raster.info().as("application/zip").build());
    }

    private static byte[] unpacked(StorageObject object) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(object.stream())) {
            if (zip.getNextEntry() == null) {
                throw invalid(object, "has no file in it");
            }
            return zip.readNBytes(LARGEST);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw invalid(object, "cannot be unpacked: " + e.getMessage());
        }
    }

    private static StacGeneratorException invalid(StorageObject object, String fault) {
        return new StacGeneratorException(ErrorCode.INVALID_RASTER, "archive %s %s".formatted(object.href(), fault));
    }
}
