package io.stacgenerator.model;

import java.util.List;

/**
 * A bounding box in WGS 84 degrees by RFC 7946 section 5: where it crosses the antimeridian, west is greater than east.
 *
 * @param west the western edge, -180 to 180
 * @param south the southern edge, -90 to 90
 * @param east the eastern edge, -180 to 180
 * @param north the northern edge, -90 to 90
 * @since 0.1.0
 */
public record Bbox(double west, double south, double east, double north) {

    /** Checks ranges and the order of south and north. */
    public Bbox {
        if (!(west >= -180 && west <= 180 && east >= -180 && east <= 180 && south >= -90 && north <= 90)) {
            throw new IllegalArgumentException(
                    "bbox [%s, %s, %s, %s] is not within -180..180, -90..90".formatted(west, south, east, north));
        }
        if (south > north) {
            throw new IllegalArgumentException("bbox south %s is greater than north %s".formatted(south, north));
        }
    }

    /**
     * Returns whether the box crosses the antimeridian.
     *
     * @return true when west is greater than east
     */
    public boolean crossesAntimeridian() {
        return west > east;
    }

    /**
     * Returns the box as a JSON array.
     *
     * @return west, south, east, north
     */
    public List<Object> toList() {
        return List.of(west, south, east, north);
    }
}
