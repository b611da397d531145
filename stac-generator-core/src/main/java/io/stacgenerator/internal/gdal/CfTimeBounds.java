package io.stacgenerator.internal.gdal;

import io.stacgenerator.internal.datetime.CfTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first and last instants of the cells along the time axes of NetCDF (CF conventions 1.11, sections 7.1 and 7.4):
 * the monthly mean of January is for the whole of it, not for the day in its middle that the axis has.
 */
final class CfTimeBounds {

    private CfTimeBounds() {}

    /** Returns the bounds of all cells that enclose the position which they belong to; others are not set. */
    static Stream<Instant> of(Map<String, String> metadata, CfCoordinates coordinates) {
        return metadata.entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith("#bounds") || entry.getKey().endsWith("#climatology"))
                .flatMap(entry -> of(
                        entry.getKey().substring(0, entry.getKey().lastIndexOf('#')),
                        entry.getValue(),
                        metadata,
                        coordinates));
    }

    private static Stream<Instant> of(
            String axis, String bounds, Map<String, String> metadata, CfCoordinates coordinates) {
        List<Double> positions = TimeTags.positions(axis, metadata);
        return TimeTags.units(axis, metadata).stream().flatMap(time -> {
            double[] cells = coordinates.values(bounds, 2, positions.size());
            return of(time, positions, cells);
        });
    }

    /**
     * Returns the bounds of cells.
     *
     * @param positions the value of each cell
     * @param cells two bounds of each cell, or none
     */
    static Stream<Instant> of(CfTime time, List<Double> positions, double[] cells) {
        int last = positions.size() - 1;
        return IntStream.range(0, cells.length / 2)
                // GDAL turns rows where it knows no latitude
                .filter(i -> encloses(cells, i, positions.get(i)) || encloses(cells, i, positions.get(last - i)))
                .boxed()
                .flatMap(i -> Stream.of(cells[2 * i], cells[2 * i + 1]))
                .flatMap(value -> TimeTags.instant(time, value));
    }

    private static boolean encloses(double[] cells, int cell, double position) {
        return cells[2 * cell] <= position && position <= cells[2 * cell + 1];
    }
}
