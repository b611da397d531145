package io.stacgenerator.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** A line at the foot of a terminal that tells how far a batch is. */
final class Progress {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int WIDTH = 30;

    private final Console console;
    private final DoubleSupplier fraction;
    private final long start = System.nanoTime();
    private long shownAt = start - PERIOD;

    /** @param fraction how much is done, 0 to 1; NaN where that cannot be known */
    Progress(Console console, DoubleSupplier fraction) {
        this.console = console;
        this.fraction = fraction;
    }

    void show(Tally tally) {
        long now = System.nanoTime();
        if (console.terminal() && now - shownAt >= PERIOD) {
            shownAt = now;
            console.overwrite(line(tally, now));
        }
    }

    void clear() {
        if (console.terminal()) {
            console.overwrite("");
        }
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private String line(Tally tally, long now) {
        double perSecond = tally.lines() * 1e9 / Math.max(1, now - start);
        return bar(fraction.getAsDouble())
                + String.format(Locale.ROOT, "%,d done, %,d failed, %.1f/s", tally.lines(), tally.failed(), perSecond);
    }

    private static String bar(double fraction) {
        if (Double.isNaN(fraction)) {
            return "";
        }
        int filled = (int) Math.round(Math.min(1, fraction) * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.min(1, fraction) * 100);
    }
}
