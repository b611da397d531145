package io.stacgenerator.internal.gdal;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.attributetable.AttributeTable;
import io.stacgenerator.spi.raster.RasterBand;
import java.util.List;
import java.util.stream.IntStream;
import org.gdal.gdal.Band;
import org.gdal.gdal.RasterAttributeTable;

/** The raster attribute table of a band, as ERDAS Imagine files and {@code .aux.xml} have it. */
final class Attributes {

    /** As many rows are read; a table of classes has fewer. */
    private static final int MOST = 1 << 16;

    private Attributes() {}

    static void describe(Band band, RasterBand.Builder described, List<Warning> warnings) {
        RasterAttributeTable source = band.GetDefaultRAT();
        if (source == null || source.GetColumnCount() == 0) {
            return;
        }
        AttributeTable table = new AttributeTable();
        int columns = source.GetColumnCount();
        for (int column = 0; column < columns; column++) {
            table.addColumn(source.GetNameOfCol(column), source.GetUsageOfCol(column));
        }
        for (int row = 0; row < Math.min(MOST, source.GetRowCount()); row++) {
            int each = row;
            table.addRow(IntStream.range(0, columns)
                    .mapToObj(column -> String.valueOf(source.GetValueAsString(each, column)))
                    .toList());
        }
        binning(source, table);
        table.describe(described, warnings);
    }

    private static void binning(RasterAttributeTable source, AttributeTable table) {
        double[] first = new double[1];
        double[] step = new double[1];
        if (source.GetLinearBinning(first, step)) {
            table.binning(first[0], step[0]);
        }
    }
}
