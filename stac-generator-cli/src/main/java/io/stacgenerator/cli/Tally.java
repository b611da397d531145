package io.stacgenerator.cli;

import java.util.Locale;

/** Counts what became of the lines of a batch. */
final class Tally {

    private long items;
    private long failed;
    private long warnings;

    void item(int itsWarnings) {
        items++;
        warnings += itsWarnings;
    }

    void failure() {
        failed++;
    }

    long lines() {
        return items + failed;
    }

    long failed() {
        return failed;
    }

    String summary(double seconds) {
        return String.format(
                Locale.ROOT,
                "%s made, %,d failed, %s, in %.1f s",
                count(items, "item"),
                failed,
                count(warnings, "warning"),
                seconds);
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
