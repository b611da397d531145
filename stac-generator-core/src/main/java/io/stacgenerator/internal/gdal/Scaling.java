package io.stacgenerator.internal.gdal;

import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.Histogram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gdal.gdal.Band;
import org.jspecify.annotations.Nullable;

/**
 * How the real values of a band follow from its stored ones.
 *
 * <p>Those who read NetCDF and Zarr get real values, for their libraries apply the factor; one that is published would
 * be applied twice (raster extension 2.0.0). So such a band has none, and its statistics are of real values.
 *
 * @param factor what stored values are multiplied with
 * @param summand what is added then
 */
record Scaling(double factor, double summand) {

    private static final Scaling NONE = new Scaling(1, 0);
    private static final Set<String> APPLIED_BY_READERS = Set.of("netCDF", "Zarr");

    /** Returns what the file says; numbers that are not finite say nothing. */
    static Scaling of(Band band) {
        Double factor = number(band, true);
        Double summand = number(band, false);
        return new Scaling(factor == null ? 1 : factor, summand == null ? 0 : summand);
    }

    private static @Nullable Double number(Band band, boolean factor) {
        Double[] value = new Double[1];
        if (factor) {
            band.GetScale(value);
        } else {
            band.GetOffset(value);
        }
        return value[0] == null || !Double.isFinite(value[0]) ? null : value[0];
    }

    /** Returns what is left to those who use the file. */
    static Scaling published(Band band) {
        return appliedByReaders(band) ? NONE : of(band);
    }

    /** Returns what is to be applied to stored values before they are published. */
    static Scaling applied(Band band) {
        return appliedByReaders(band) ? of(band) : NONE;
    }

    private static boolean appliedByReaders(Band band) {
        return APPLIED_BY_READERS.contains(band.GetDataset().GetDriver().getShortName());
    }

    boolean none() {
        return equals(NONE);
    }

    /** Turns statistics of stored values into those of real ones. */
    BandStatistics apply(BandStatistics stored) {
        if (none()) {
            return stored;
        }
        Double least = real(factor < 0 ? stored.maximum() : stored.minimum());
        Double greatest = real(factor < 0 ? stored.minimum() : stored.maximum());
        Double stddev = stored.stddev() == null ? null : Math.abs(factor) * stored.stddev();
        return BandStatistics.builder()
                .minimum(least)
                .maximum(greatest)
                .mean(real(stored.mean()))
                .stddev(stddev)
                .count(stored.count())
                .validPercent(stored.validPercent())
                .histogram(stored.histogram() == null ? null : apply(stored.histogram()))
                .build();
    }

    /** A factor of 0 or beyond all bounds leaves nothing to count in buckets. */
    private @Nullable Histogram apply(Histogram stored) {
        double first = stored.min() * factor + summand;
        double last = stored.max() * factor + summand;
        List<Long> buckets = new ArrayList<>(stored.buckets());
        if (factor < 0) {
            Collections.reverse(buckets);
        }
        boolean wide = first != last && Double.isFinite(first) && Double.isFinite(last);
        return wide ? new Histogram(Math.min(first, last), Math.max(first, last), buckets) : null;
    }

    private @Nullable Double real(@Nullable Double stored) {
        return stored == null ? null : (Double) (stored * factor + summand);
    }
}
