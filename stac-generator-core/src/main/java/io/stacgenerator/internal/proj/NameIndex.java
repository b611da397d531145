package io.stacgenerator.internal.proj;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds listed systems by names of theirs: hashes of the 23,000 names with the codes of the systems that have them, as
 * a map of the names would take 4 MB, and parsing the whole table for it 100 ms. A name that is found may be another
 * one of the same hash.
 */
final class NameIndex {

    private static final char LAST = '|';

    /** What {@link #key} leaves out. */
    private static final String[] PREFIXES = {"", "gcs", "d"};

    private final long[] entries;

    private NameIndex(long[] entries) {
        this.entries = entries;
    }

    static NameIndex ofTable() {
        LongStream.Builder entries = LongStream.builder();
        CrsTable.lines().forEach(line -> add(line, entries));
        return new NameIndex(entries.build().sorted().toArray());
    }

    private static void add(String line, LongStream.Builder entries) {
        int code = Integer.parseInt(line, 0, line.indexOf('\t'), 10);
        String names = CrsEntry.names(line) + LAST;
        int hash = 0; // that of String, so that a key has the same
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            char plain = plain(c);
            if (plain != 0) {
                hash = 31 * hash + plain;
            } else if ((c == LAST || c == '\t') && hash != 0) {
                entries.add((long) hash << Integer.SIZE | code);
                hash = 0;
            }
        }
    }

    /** Returns the codes of the systems that may be called so, in ascending order. */
    IntStream codes(String key) {
        return Stream.of(PREFIXES)
                .flatMapToInt(prefix -> withHash((prefix + key).hashCode()))
                .sorted()
                .distinct();
    }

    private IntStream withHash(int hash) {
        int start = -1 - Arrays.binarySearch(entries, (long) hash << Integer.SIZE); // there is no code 0
        return Arrays.stream(entries, start, entries.length)
                .takeWhile(entry -> entry >> Integer.SIZE == hash)
                .mapToInt(entry -> (int) entry);
    }

    /** Returns a name as names are compared: without case, blanks, underscores and the prefixes of ESRI. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.chars().map(c -> plain((char) c)).filter(c -> c != 0).forEach(c -> key.append((char) c));
        for (String prefix : PREFIXES) {
            int end = prefix.length();
            if (end > 0 && end < key.length() && key.indexOf(prefix) == 0 && Character.isLetter(key.charAt(end))) {
                return key.substring(end);
            }
        }
        return key.toString();
    }

    private static char plain(char c) {
        char lower = c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
        return (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') ? lower : 0;
    }
}
