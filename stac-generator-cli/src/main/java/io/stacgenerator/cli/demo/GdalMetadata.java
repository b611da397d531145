package io.stacgenerator.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The XML that GDAL keeps in its tag 42112: descriptions, scales, units and statistics of the bands. */
final class GdalMetadata {

    private static final String SCALE = "0.0001";

    private GdalMetadata() {}

    static String xml(Grid grid, List<String> names, int nodata) {
        List<String> lines = new ArrayList<>();
        for (int band = 0; band < names.size(); band++) {
            lines.add(item("DESCRIPTION", band, " role=\"description\"", names.get(band)));
            lines.add(item("UNITTYPE", band, " role=\"unittype\"", "1"));
            lines.add(item("SCALE", band, " role=\"scale\"", SCALE));
            lines.add(item("OFFSET", band, " role=\"offset\"", "0"));
            statistics(grid, band, nodata, lines);
        }
        return "<GDALMetadata>\n" + String.join("\n", lines) + "\n</GDALMetadata>\n";
    }

    private static void statistics(Grid grid, int band, int nodata, List<String> lines) {
        var valid = grid.band(band).filter(sample -> sample != nodata).summaryStatistics();
        double variance = grid.band(band)
                .filter(sample -> sample != nodata)
                .mapToDouble(sample -> Math.pow(sample - valid.getAverage(), 2))
                .average()
                .orElseThrow();
        double validPercent = 100.0 * valid.getCount() / (grid.size() * grid.size());
        lines.add(item("STATISTICS_MINIMUM", band, "", Integer.toString(valid.getMin())));
        lines.add(item("STATISTICS_MAXIMUM", band, "", Integer.toString(valid.getMax())));
        lines.add(item("STATISTICS_MEAN", band, "", decimal(valid.getAverage())));
        lines.add(item("STATISTICS_STDDEV", band, "", decimal(Math.sqrt(variance))));
        lines.add(item("STATISTICS_VALID_PERCENT", band, "", decimal(validPercent)));
    }

    private static String item(String name, int band, String role, String value) {
        return "  <Item name=\"%s\" sample=\"%d\"%s>%s</Item>".formatted(name, band, role, value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
