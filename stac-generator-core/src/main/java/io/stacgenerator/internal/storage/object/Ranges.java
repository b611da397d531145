package io.stacgenerator.internal.storage.object;

import io.stacgenerator.spi.ByteRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Arithmetic of byte ranges. */
public final class Ranges {

    /** Bytes between two ranges that cost less than another request. */
    static final int MAX_GAP = 64 << 10;

    /** The most that neighbors are merged to, for the sake of memory. */
    static final int MAX_MERGED = 8 << 20;

    private Ranges() {}

    /**
     * Cuts a range at the end of an object.
     *
     * @param offset the first byte
     * @param length how many bytes are asked for
     * @param size the size of the object
     * @return the bytes that there are; empty after the end
     */
    public static ByteRange clip(long offset, int length, long size) {
        ByteRange range = new ByteRange(offset, length);
        return new ByteRange(offset, (int) Math.max(0, Math.min(range.length(), size - offset)));
    }

    /**
     * Merges neighbors into as few ranges as gaps and memory allow.
     *
     * @param ranges ranges in any order
     * @return ranges that cover them, by ascending offset
     */
    public static List<ByteRange> merge(List<ByteRange> ranges) {
        List<ByteRange> merged = new ArrayList<>();
        for (ByteRange range : sorted(ranges)) {
            int last = merged.size() - 1;
            if (last >= 0 && areNeighbors(merged.get(last), range)) {
                merged.set(last, union(merged.get(last), range));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    private static List<ByteRange> sorted(List<ByteRange> ranges) {
        return ranges.stream()
                .filter(range -> range.length() > 0)
                .sorted(Comparator.comparingLong(ByteRange::offset))
                .toList();
    }

    private static boolean areNeighbors(ByteRange left, ByteRange right) {
        boolean near = right.offset() - left.end() <= MAX_GAP;
        return right.end() <= left.end() || (near && right.end() - left.offset() <= MAX_MERGED);
    }

    private static ByteRange union(ByteRange left, ByteRange right) {
        return new ByteRange(left.offset(), (int) (Math.max(left.end(), right.end()) - left.offset()));
    }
}
