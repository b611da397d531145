package io.stacgenerator.internal.dataset;

import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the headers of tiles in PMTiles 3 (PMTiles specification, 3 "Header"). */
public final class PmtilesReader extends HeaderReader {

    private static final long SIGNATURE = 0x504D54696C6573L; // PMTiles; the next byte is the version
    private static final int VERSION = 7;
    private static final int LENGTH = 127;
    private static final int BOUNDS = 102;

    /** Degrees are integers of a ten-millionth. */
    private static final double DEGREES = 1e-7;

    /** The limit of web Mercator, where the world is square. */
    private static final double GREATEST_LATITUDE = 85.0511287798066;

    private static final double EARTH_RADIUS = 6378137;

    @Override
    public String id() {
        return "pmtiles";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return head.remaining() >= Long.BYTES && head.getLong(head.position()) >>> Byte.SIZE == SIGNATURE;
    }

    /** Tiles are in web Mercator, the box in degrees. */
    @Override
    Dataset describe(HeaderBytes bytes, GenerationContext context) throws IOException {
        ByteBuffer header = bytes.view(0, LENGTH);
        require(header.get(VERSION) == 3, "PMTiles 3, got %d".formatted(header.get(VERSION) & 0xFF));
        return Dataset.builder("application/vnd.pmtiles")
                .crs(CrsDefinition.epsg(3857))
                .bounds(x(header, 0), y(header, 1), x(header, 2), y(header, 3))
                .build();
    }

    private static double degrees(ByteBuffer header, int number, double limit) {
        double degrees = header.getInt(BOUNDS + number * Integer.BYTES) * DEGREES;
        require(Math.abs(degrees) <= 180, "a box in degrees, got " + degrees);
        return Math.max(-limit, Math.min(limit, degrees));
    }

    private static double x(ByteBuffer header, int number) {
        return EARTH_RADIUS * Math.toRadians(degrees(header, number, 180));
    }

    private static double y(ByteBuffer header, int number) {
        double latitude = Math.toRadians(degrees(header, number, GREATEST_LATITUDE));
        return EARTH_RADIUS * Math.log(Math.tan(Math.PI / 4 + latitude / 2));
    }
}
