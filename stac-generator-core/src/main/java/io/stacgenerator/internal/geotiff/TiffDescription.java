package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.pixels.OverviewFile;
import io.stacgenerator.internal.geotiff.pixels.PixelBounds;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.geotiff.tiff.SampleLayout;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what a TIFF says of itself. */
final class TiffDescription {

    private static final String TIFF = "image/tiff";
    private static final String GEOTIFF = TIFF + "; application=geotiff";
    private static final String COG = GEOTIFF + "; profile=cloud-optimized";

    private final TiffFile file;
    private final Ifd main;
    private final Sidecars sidecars;
    private final @Nullable OverviewFile beside;
    private final List<Warning> warnings;

    /**
     * Prepares to describe a file.
     *
     * @param file the file
     * @param sidecars what stands next to it
     * @param beside the overviews that stand next to it, or null
     * @param warnings what a user should know of the file, to be added to
     */
    TiffDescription(TiffFile file, Sidecars sidecars, @Nullable OverviewFile beside, List<Warning> warnings) {
        this.file = file;
        this.main = file.main();
        this.sidecars = sidecars;
        this.beside = beside;
        this.warnings = warnings;
    }

    RasterInfo read() throws IOException {
        RasterSize size = main.size();
        SampleLayout samples = SampleLayout.of(main);
        GdalMetadata gdal = GdalMetadata.of(main, warnings);
        AuxXml aux = sidecars.auxXml(size, warnings);
        Georeference place = sidecars.complete(Georeference.of(main, warnings), aux, warnings);
        PixelBounds.check(main);
        boolean cog = beside == null && new CogLayout(file).holds();
        boolean geo = place.located() || place.crs() != null;
        warnOfPages();
        return RasterInfo.builder("GTiff", geo ? cog ? COG : GEOTIFF : TIFF, size)
                .bands(new Bands(main, samples, gdal, aux, place.heightUnit(), sidecars.attributeTable(), warnings)
                        .all())
                .transform(place.transform())
                .crs(place.crs())
                .groundControlPoints(place.points())
                .pixelIsPoint(place.pixelIsPoint())
                .overviews(overviews())
                .metadata(metadata(samples, gdal, aux, place))
                .warnings(warnings)
                .build();
    }

    private void warnOfPages() throws IOException {
        int pages = file.pages();
        if (pages > 1) {
            warnings.add(new Warning(
                    "pages-ignored", "the file has %d images, only the first is described".formatted(pages)));
        }
    }

    private List<RasterSize> overviews() throws IOException {
        List<RasterSize> sizes = new ArrayList<>();
        for (Ifd image : file.overviews()) {
            sizes.add(image.size());
        }
        return sizes.isEmpty() && beside != null ? beside.sizes() : sizes;
    }

    private Map<String, String> metadata(SampleLayout samples, GdalMetadata gdal, AuxXml aux, Georeference place)
            throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        FileTags.read(main, metadata);
        ExifTags.read(file, metadata, warnings);
        ImageStructure.read(main, samples, metadata);
        RpcTag.read(main, metadata);
        if (!place.located()) {
            metadata.putAll(sidecars.rpc());
        }
        String sampling = place.sampling();
        if (sampling != null) {
            metadata.put("AREA_OR_POINT", sampling);
        }
        metadata.putAll(gdal.dataset());
        metadata.putAll(aux.metadata());
        return metadata;
    }
}
