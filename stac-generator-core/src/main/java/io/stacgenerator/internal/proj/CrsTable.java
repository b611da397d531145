package io.stacgenerator.internal.proj;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The EPSG systems that are known without GDAL, read once on first use from a resource that
 * {@code scripts/make-crs-table} makes from PROJ.
 *
 * <p>The resource is gzipped: the number of systems, their codes in ascending order, and the ends of their lines, as
 * big-endian integers of 4 bytes, then the lines in UTF-8, each with the members of {@link CrsEntry} separated by tabs.
 * A line is parsed when it is asked for. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class CrsTable {

    private static final String RESOURCE = "crs.bin.gz";
    private static final Pattern CODE = Pattern.compile("(EPSG|ESRI):(\\d{1,9})");

    private final int[] codes;
    private final int[] ends;
    private final byte[] content;
    private final int firstLine;

    private CrsTable(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int count = buffer.getInt();
        this.codes = new int[count];
        this.ends = new int[count];
        buffer.asIntBuffer().get(codes).get(ends);
        this.content = content;
        this.firstLine = Integer.BYTES * (1 + 2 * count);
    }

    /**
     * Finds a system by its EPSG code.
     *
     * @param code the number; compound and three-dimensional systems are listed with their horizontal part
     * @return the entry, or empty when the code is not listed
     */
    public static Optional<CrsEntry> find(int code) {
        return Holder.TABLE.entry(code);
    }

    /**
     * Finds a system by the code of its definition.
     *
     * @param crs the definition
     * @return the entry, or empty when the definition has no code, or one that is not listed
     */
    public static Optional<CrsEntry> find(CrsDefinition crs) {
        return crs.code()
                .map(CODE::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> find(Integer.parseInt(matcher.group(2))))
                .filter(entry -> crs.code().equals(Optional.of(entry.authorityCode())));
    }

    /**
     * Returns the number of a code of EPSG, listed or not.
     *
     * @param code such as {@code EPSG:32632}
     * @return the number, or empty when the code is another authority's
     */
    public static Optional<Integer> epsg(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches() && matcher.group(1).equals("EPSG")
                ? Optional.of(Integer.valueOf(matcher.group(2)))
                : Optional.empty();
    }

    /**
     * Returns all codes.
     *
     * @return the codes in ascending order
     */
    public static IntStream codes() {
        return Arrays.stream(Holder.TABLE.codes);
    }

    /** Returns all lines, in ascending order of codes, for those who need little of each. */
    static Stream<String> lines() {
        return IntStream.range(0, Holder.TABLE.codes.length).mapToObj(Holder.TABLE::line);
    }

    private Optional<CrsEntry> entry(int code) {
        int line = Arrays.binarySearch(codes, code);
        return line < 0 ? Optional.empty() : Optional.of(CrsEntry.parse(line(line)));
    }

    private String line(int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(content, firstLine + start, ends[index] - start, UTF_8);
    }

    private static CrsTable load() {
        try (InputStream in = CrsTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + RESOURCE + " is missing next to " + CrsTable.class.getName());
            }
            return new CrsTable(new GZIPInputStream(in, 1 << 16).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + RESOURCE + " cannot be read", e);
        }
    }

    private static final class Holder {

        private static final CrsTable TABLE = load();
    }
}
