package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What the {@code .aux} says that ERDAS, and ArcGIS until version 9, leave next to an image. */
final class AuxOfErdas {

    private static final ByteBuffer SIGNATURE = ByteBuffer.wrap("EHFA_HEADER_TAG".getBytes(ISO_8859_1));

    private AuxOfErdas() {}

    static boolean recognizes(StorageObject file) throws IOException {
        return file.read(0, SIGNATURE.capacity()).equals(SIGNATURE.duplicate());
    }

    /** Says why such a file does not belong to an image: as in GDAL, it names it and has its size. */
    static Optional<String> fault(RasterInfo said, String image, RasterSize size) {
        String dependent = said.metadata().getOrDefault("HFA:HFA_DEPENDENT_FILE", "none");
        if (!dependent.equalsIgnoreCase(image)) {
            return Optional.of("the file that it is for is '%s'".formatted(dependent));
        }
        return said.size().equals(size)
                ? Optional.empty()
                : Optional.of("it is for %d x %d pixels, the image has %d x %d"
                        .formatted(said.size().width(), said.size().height(), size.width(), size.height()));
    }

    static AuxXml of(RasterInfo said) {
        return AuxXml.of(
                said.transform().orElse(null),
                said.crs().orElse(null),
                said.bands().stream().map(AuxOfErdas::band).toList());
    }

    private static AuxXmlBand band(RasterBand said) {
        AuxXmlBand band = new AuxXmlBand();
        band.metadata().putAll(said.metadata());
        band.addColors(said.colorTable());
        said.categories().forEach(band::addCategory);
        said.description().ifPresent(text -> band.put("Description", text));
        said.nodata().ifPresent(value -> band.put("NoDataValue", value.toString()));
        return band;
    }
}
