package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.RasterBand;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.jspecify.annotations.Nullable;

/** Puts together what GDAL says of a file. */
final class Description {

    private static final String TIFF = "image/tiff";

    private Description() {}

    /**
     * Describes a file.
     *
     * @param file the file as a whole
     * @param variables the datasets in it that become its bands, at least one; all of one grid
     * @param times the times of time axes that are not among the metadata of the file
     * @param warnings what a user should know of the file, to be added to
     */
    static RasterInfo of(Dataset file, List<Variable> variables, CfTimes times, List<Warning> warnings) {
        Dataset first = variables.get(0).dataset();
        String driver = GdalDrivers.nameOf(first);
        List<RasterBand> bands = bands(variables, warnings);
        Map<String, String> metadata = Metadata.of(file);
        metadata.putAll(Metadata.of(first));
        RasterSize size = new RasterSize(first.GetRasterXSize(), first.GetRasterYSize());
        Georeference place = CfAxes.locate(Georeference.of(first, warnings), file, metadata, size, warnings);
        TimeTags.add(metadata, bands, times(file, metadata, times), warnings);
        Acdd.addExtent(metadata);
        CrsDefinition told = CfGridMapping.complete(place.crs(), metadata, warnings);
        CrsDefinition crs = told == null ? CfAxes.system(file, metadata, place.transform(), size, warnings) : told;
        return RasterInfo.builder(
                        driver, driver.equals("GTiff") ? tiff(place, metadata) : GdalDrivers.mediaType(driver), size)
                .bands(bands)
                .transform(place.transform())
                .crs(crs)
                .groundControlPoints(place.points())
                .pixelIsPoint("Point".equals(metadata.get("AREA_OR_POINT")))
                .overviews(overviews(first))
                .metadata(metadata)
                .warnings(warnings)
                .build();
    }

    private static CfTimes times(Dataset file, Map<String, String> metadata, CfTimes known) {
        boolean netcdf = file.GetDriver().getShortName().equals("netCDF");
        return netcdf ? new CfCoordinates(file.GetDescription()).times(metadata) : known;
    }

    private static String tiff(Georeference place, Map<String, String> metadata) {
        if (place.transform() == null && place.crs() == null) {
            return TIFF;
        }
        boolean cog = "COG".equals(metadata.get("IMAGE_STRUCTURE:LAYOUT"));
        return TIFF + "; application=geotiff" + (cog ? "; profile=cloud-optimized" : "");
    }

    private static List<RasterBand> bands(List<Variable> variables, List<Warning> warnings) {
        List<RasterBand> bands = new ArrayList<>();
        for (Variable variable : variables) {
            int count = variable.dataset().GetRasterCount();
            AssetBudget.bands(bands.size() + (long) count);
            for (int i = 1; i <= count; i++) {
                AssetBudget.check();
                Band band = variable.dataset().GetRasterBand(i);
                bands.add(Bands.describe(band, name(variable, count, i), warnings));
            }
        }
        return bands;
    }

    /** A variable with several bands, such as one for each time, has them numbered. */
    private static @Nullable String name(Variable variable, int count, int number) {
        return variable.name() == null || count == 1 ? variable.name() : variable.name() + "_" + number;
    }

    private static List<RasterSize> overviews(Dataset dataset) {
        return PixelSource.overviews(dataset.GetRasterBand(1))
                .map(overview -> new RasterSize(overview.GetXSize(), overview.GetYSize()))
                .sorted(Comparator.comparingInt(RasterSize::width).reversed())
                .toList();
    }
}
