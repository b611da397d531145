package io.stacgenerator.internal.geo;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * How closely the footprint of data follows them.
 *
 * @param meters how far it may be from what is known of them, or null for a meter or a tenth of a pixel, whichever is
 *     larger
 * @param mostPositions how many positions it may have
 * @since 0.1.0
 */
public record FootprintDetail(@Nullable Double meters, int mostPositions) {

    /** The centers of pixels are half a pixel within the edge; a chord may come so near to them. */
    private static final double PIXEL_SHARE = 0.4;

    private double deviation(double pixelMeters) {
        return requireNonNullElse(meters, Math.max(1, pixelMeters / 10));
    }

    private boolean sparesCenters(double pixelMeters) {
        return deviation(pixelMeters) <= PIXEL_SHARE * pixelMeters;
    }

    /** How far chords may be from the edges of cells: half of the deviation where edges have to be moved outwards. */
    double chordMeters(double pixelMeters) {
        return sparesCenters(pixelMeters) ? deviation(pixelMeters) : deviation(pixelMeters) / 2;
    }

    /** How far edges are moved outwards, so that chords leave no center of a pixel outside. */
    double offsetMeters(double pixelMeters) {
        return sparesCenters(pixelMeters) ? 0 : Math.max(0, deviation(pixelMeters) / 2 - PIXEL_SHARE * pixelMeters);
    }

    /** What the outline of cells may be simplified by beyond their own size. */
    double simplifyingMeters() {
        return requireNonNullElse(meters, 0.0) / 2;
    }
}
