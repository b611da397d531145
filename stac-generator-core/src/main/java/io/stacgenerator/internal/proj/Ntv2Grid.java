package io.stacgenerator.internal.proj;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A grid of shifts between two datums in the format NTv2: records of 16 bytes, 11 for the file and 11 for each grid,
 * then the nodes of each from south to north and within a row from east to west, with shifts in seconds, those of
 * longitude to the west. Immutable.
 */
final class Ntv2Grid {

    private static final int RECORD = 16;
    private static final int HEADER_RECORDS = 11;
    private static final double SECONDS = 3600;

    /** National grids have less than 20 MB; the limit bounds what another file can take. */
    private static final long LARGEST = 1L << 28;

    /** Shifts change by a ten-thousandth of the way, so that each step of the inverse is that much closer. */
    private static final int STEPS = 10;

    /** Degrees; a hundredth of a millimeter. */
    private static final double EXACT = 1e-10;

    private final List<Part> parts;

    private Ntv2Grid(List<Part> parts) {
        this.parts = parts;
    }

    /** A position in degrees. */
    record Position(double longitude, double latitude) {

        void copyTo(ProjCoordinate p) {
            p.x = longitude;
            p.y = latitude;
        }
    }

    /**
     * A grid of the file; limits and steps are in seconds, east and west count to the west.
     *
     * @param nodes the buffer of its nodes
     */
    private record Part(
            double south, double north, double east, double west, double latStep, double lonStep, ByteBuffer nodes) {

        boolean contains(double latitude, double westward) {
            return latitude >= south && latitude <= north && westward >= east && westward <= west;
        }

        int columns() {
            return (int) Math.rint((west - east) / lonStep) + 1;
        }

        int rows() {
            return (int) Math.rint((north - south) / latStep) + 1;
        }

        /** Interpolates a value of the nodes: 0 for the shift of latitude, 1 for that of longitude. */
        double value(double latitude, double westward, int index) {
            double column = (westward - east) / lonStep;
            double row = (latitude - south) / latStep;
            int c = Math.min((int) column, columns() - 2);
            int r = Math.min((int) row, rows() - 2);
            double x = column - c;
            double y = row - r;
            return (1 - y) * ((1 - x) * node(r, c, index) + x * node(r, c + 1, index))
                    + y * ((1 - x) * node(r + 1, c, index) + x * node(r + 1, c + 1, index));
        }

        private double node(int row, int column, int index) {
            return nodes.getFloat((row * columns() + column) * RECORD + index * Float.BYTES);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read or is no such grid
     */
    static Ntv2Grid read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " has " + Files.size(file) + " bytes, more than " + LARGEST);
        }
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return new Ntv2Grid(parts(buffer));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file + " is not a grid in the format NTv2: " + e.getMessage(), e);
        }
    }

    private static List<Part> parts(ByteBuffer buffer) {
        if (buffer.getInt(RECORD / 2) != HEADER_RECORDS) {
            buffer.order(ByteOrder.BIG_ENDIAN);
        }
        require(buffer.getInt(RECORD / 2) == HEADER_RECORDS, "the file header has not 11 records");
        String unit = text(buffer, 3 * RECORD + RECORD / 2);
        require(unit.equals("SECONDS"), "shifts are in " + unit + ", expected SECONDS");
        int count = buffer.getInt(2 * RECORD + RECORD / 2);
        int at = HEADER_RECORDS * RECORD;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Part part = part(buffer, at);
            parts.add(part);
            at += HEADER_RECORDS * RECORD + part.nodes().capacity();
        }
        require(!parts.isEmpty(), "there is no grid");
        // of grids within others the densest counts
        parts.sort(Comparator.comparingDouble(Part::latStep));
        return List.copyOf(parts);
    }

    private static Part part(ByteBuffer buffer, int at) {
        double[] n = new double[6];
        for (int i = 0; i < n.length; i++) {
            n[i] = buffer.getDouble(at + (4 + i) * RECORD + RECORD / 2);
        }
        int nodes = buffer.getInt(at + 10 * RECORD + RECORD / 2);
        int first = at + HEADER_RECORDS * RECORD;
        require(
                nodes > 0 && nodes <= (buffer.capacity() - first) / RECORD,
                nodes + " nodes are more than the file has");
        ByteOrder order = buffer.order();
        Part part = new Part(
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                n[5],
                buffer.slice(first, nodes * RECORD).order(order));
        require(n[4] > 0 && n[5] > 0 && part.rows() > 1 && part.columns() > 1, "a grid has no extent");
        require((long) part.rows() * part.columns() == nodes, "the number of nodes is not that of rows and columns");
        return part;
    }

    private static String text(ByteBuffer buffer, int at) {
        byte[] bytes = new byte[RECORD / 2];
        buffer.get(at, bytes);
        return new String(bytes, US_ASCII).strip();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Returns whether a position is inside, in degrees on the datum that the grid leads from. */
    boolean contains(double longitude, double latitude) {
        return find(longitude, latitude).isPresent();
    }

    private Optional<Part> find(double longitude, double latitude) {
        return parts.stream()
                .filter(part -> part.contains(latitude * SECONDS, -longitude * SECONDS))
                .findFirst();
    }

    /** Shifts a position in degrees; empty outside of the grid. */
    Optional<Position> shift(double longitude, double latitude) {
        return find(longitude, latitude).map(part -> {
            double north = part.value(latitude * SECONDS, -longitude * SECONDS, 0);
            double west = part.value(latitude * SECONDS, -longitude * SECONDS, 1);
            return new Position(longitude - west / SECONDS, latitude + north / SECONDS);
        });
    }

    /** Shifts a position back; empty outside of the grid. */
    Optional<Position> unshift(double longitude, double latitude) {
        Position back = new Position(longitude, latitude);
        for (int i = 0; i < STEPS; i++) {
            Position there = shift(back.longitude(), back.latitude()).orElse(null);
            if (there == null) {
                return Optional.empty();
            }
            double east = longitude - there.longitude();
            double north = latitude - there.latitude();
            back = new Position(back.longitude() + east, back.latitude() + north);
            if (Math.abs(east) < EXACT && Math.abs(north) < EXACT) {
                break;
            }
        }
        return Optional.of(back);
    }
}
