package io.stacgenerator.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the requests of a batch, with an example of each kind. */
public final class Tally {

    private static final int EXAMPLE_LENGTH = 200;

    private final Map<String, Kind> failures = new TreeMap<>();
    private final Map<String, Kind> warnings = new TreeMap<>();
    private long items;
    private long passed;

    /** Counts a request that was done before. */
    void pass() {
        passed++;
    }

    void item() {
        items++;
    }

    void failure(String code, String example) {
        failures.computeIfAbsent(code, absent -> new Kind(example)).number++;
    }

    void warning(String code, String example) {
        warnings.computeIfAbsent(code, absent -> new Kind(example)).number++;
    }

    long lines() {
        return items + failed();
    }

    public long all() {
        return lines() + passed;
    }

    public long failed() {
        return sum(failures);
    }

    private static long sum(Map<String, Kind> kinds) {
        return kinds.values().stream().mapToLong(kind -> kind.number).sum();
    }

    /** Reports each kind of failure and of warning in a line, and all in the last one. */
    List<String> summary(double seconds) {
        List<String> lines = new ArrayList<>();
        warnings.forEach((code, kind) -> lines.add(kind.line("warned", code)));
        failures.forEach((code, kind) -> lines.add(kind.line("failed", code)));
        lines.add(String.format(
                Locale.ROOT,
                "%s made, %,d failed, %s%s, in %.1f s",
                count(items, "item"),
                failed(),
                count(sum(warnings), "warning"),
                passed == 0 ? "" : String.format(Locale.ROOT, ", %,d done before", passed),
                seconds));
        return lines;
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private static final class Kind {

        private final String example;
        private long number;

        Kind(String example) {
            this.example = example;
        }

        private String line(String verb, String code) {
            String shown = example.length() <= EXAMPLE_LENGTH ? example : example.substring(0, EXAMPLE_LENGTH) + "…";
            return String.format(
                    Locale.ROOT,
                    "%s %s: %s, %s%s",
                    verb,
                    count(number, "time"),
                    code,
                    number == 1 ? "" : "such as ",
                    shown);
        }
    }
}
