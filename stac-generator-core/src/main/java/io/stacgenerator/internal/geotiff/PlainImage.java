package io.stacgenerator.internal.geotiff;

import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.geotiff.tiff.TiffBytes;
import io.stacgenerator.internal.geotiff.tiff.TiffFile;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.model.DataType;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.ColorEntry;
import io.stacgenerator.spi.raster.ColorInterpretation;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes an image that is no TIFF by its header and by what GDAL looks for next to it. Used by one thread. */
public final class PlainImage {

    private static final Georeference NOWHERE = new Georeference(null, List.of(), null, null, null);

    private final StorageObject object;
    private final Sidecars sidecars;
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private Georeference place = NOWHERE;
    private Georeference embedded = NOWHERE;

    /**
     * What the header of an image says of a band.
     *
     * @param type the type of its values
     * @param bits the bits of a value
     * @param color its meaning in a picture
     * @param colorTable the colors of its values, or none
     * @param nodata the value of transparent pixels, or null
     */
    public record Channel(
            DataType type,
            int bits,
            ColorInterpretation color,
            List<ColorEntry> colorTable,
            @Nullable Number nodata) {

        /** Makes a band without a palette. */
        public Channel(DataType type, int bits, ColorInterpretation color) {
            this(type, bits, color, List.of(), null);
        }
    }

    /**
     * Starts a description.
     *
     * @param object the file
     * @param context the request that it belongs to
     */
    public PlainImage(StorageObject object, GenerationContext context) {
        this.object = object;
        this.sidecars = new Sidecars(new SideFiles(object, context));
    }

    /** Returns what a user should know of the file, to be added to. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Returns the tags of the file, to be added to. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** Tells whether the file itself says where it is. */
    public boolean located() {
        return place.located();
    }

    /**
     * Takes the place that a GeoTIFF within the file has; one that cannot be read is warned of. Of several the first
     * counts whose system is known: writers leave others, of pixels alone, next to it.
     */
    public void locate(byte[] geotiff) throws IOException {
        if (isKnown(embedded)) {
            return;
        }
        try {
            TiffFile file = TiffFile.read(new TiffBytes(StorageObject.of(object.href(), geotiff)));
            RpcTag.read(file.main(), metadata);
            Georeference found = Georeference.of(file.main(), warnings);
            if (!embedded.located() || isKnown(found)) {
                embedded = found;
                place = found;
            }
        } catch (StacGeneratorException e) {
            warnings.add(new Warning("georeference-unreadable", "the GeoTIFF within is ignored: " + e.getMessage()));
        }
    }

    private static boolean isKnown(Georeference place) {
        CrsDefinition crs = place.crs();
        return place.located()
                && crs != null
                && crs.terrestrial()
                && (crs.code().isPresent()
                        || crs.projString().isPresent()
                        || crs.wkt2().isPresent());
    }

    /** Takes the tags of a document in which GDAL keeps them; other documents say nothing. */
    public void tags(String xml) {
        metadata.putAll(AuxXml.read(xml).metadata());
    }

    /** Takes the rational polynomial coefficients of a vendor next to an image that does not say where it is. */
    public void locateByPolynomials() throws IOException {
        if (!located()) {
            metadata.putAll(sidecars.rpc());
        }
    }

    /** Takes a place. */
    public void locate(GeoTransform transform, @Nullable CrsDefinition crs) {
        place = NOWHERE.at(transform, crs);
    }

    /**
     * Completes the description by the side files.
     *
     * @param driver GDAL's short name of the format
     * @param mediaType the media type of the file
     * @param size the size of the image
     * @param channels its bands
     * @return a builder to add to
     */
    public RasterInfo.Builder describe(String driver, String mediaType, RasterSize size, List<Channel> channels)
            throws IOException {
        AuxXml aux = sidecars.auxXml(size, warnings);
        Georeference complete = sidecars.complete(place, aux, warnings);
        String sampling = complete.sampling();
        if (sampling != null) {
            metadata.put("AREA_OR_POINT", sampling);
        }
        metadata.putAll(aux.metadata());
        List<RasterBand> bands = new ArrayList<>();
        for (Channel channel : channels) {
            bands.add(band(channel, aux.band(bands.size()), bands.size() + 1));
        }
        return RasterInfo.builder(driver, mediaType, size)
                .bands(bands)
                .transform(complete.transform())
                .groundControlPoints(complete.points())
                .crs(complete.crs())
                .pixelIsPoint(complete.pixelIsPoint())
                .metadata(metadata)
                .warnings(warnings);
    }

    private RasterBand band(Channel channel, AuxXmlBand beside, int number) {
        String nodata = beside.nodata();
        boolean colored = !beside.colorTable().isEmpty();
        RasterBand.Builder band = RasterBand.builder(channel.type())
                .bitsPerSample(channel.bits())
                .description(beside.text("Description"))
                .nodata(nodata == null ? channel.nodata() : Nodata.of(nodata, channel.type(), "the .aux.xml", warnings))
                .scale(beside.number("Scale"))
                .offset(beside.number("Offset"))
                .unit(beside.text("UnitType"))
                .color(colored ? ColorInterpretation.PALETTE : channel.color())
                .colorTable(colored ? beside.colorTable() : channel.colorTable())
                .categories(beside.categories())
                .statistics(TagStatistics.of(beside.metadata(), channel.type(), number, warnings))
                .metadata(beside.metadata());
        beside.attributes().describe(band, warnings);
        return band.build();
    }
}
