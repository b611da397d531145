package io.stacgenerator.cli.batch;

import io.stacgenerator.cli.console.Console;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** A line at the foot of a terminal that shows how far a batch is. */
public final class Progress {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int WIDTH = 30;

    /** Of a terminal that does not say; the launcher asks it. */
    private static final int COLUMNS = 80;

    /** What seems to take longer is not foretold. */
    private static final double LONGEST = TimeUnit.DAYS.toSeconds(100);

    private final Console console;
    private final DoubleSupplier fraction;
    private final int columns = Integer.getInteger("stac-generator.columns", COLUMNS);
    private final long start = System.nanoTime();
    private double doneBefore = Double.NaN;
    private long shownAt = start - PERIOD;

    /** @param fraction how much is done, 0 to 1; NaN where that cannot be known */
    public Progress(Console console, DoubleSupplier fraction) {
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

    /** A line that is longer than the terminal could not be overwritten: what matters least is left out. */
    private String line(Tally tally, long now) {
        double done = Math.min(1, fraction.getAsDouble());
        doneBefore = Double.isNaN(doneBefore) ? done : doneBefore;
        double seconds = (now - start) / 1e9;
        String counts = String.format(Locale.ROOT, "%,d done, %,d failed", tally.all(), tally.failed());
        String rate = String.format(Locale.ROOT, ", %.1f/s", tally.lines() / Math.max(1e-9, seconds));
        String left = left(seconds * (1 - done) / (done - doneBefore));
        String percent = Double.isNaN(done) ? "" : String.format(Locale.ROOT, "%3.0f%%  ", done * 100);
        return Stream.of(
                        bar(done) + percent + counts + rate + left,
                        percent + counts + rate + left,
                        percent + counts + left,
                        percent + counts)
                .filter(line -> line.length() < columns)
                .findFirst()
                .orElseGet(() -> counts.substring(0, Math.min(counts.length(), Math.max(0, columns - 1))));
    }

    private static String left(double seconds) {
        if (!(seconds >= 0 && seconds < LONGEST)) {
            return "";
        }
        Duration left = Duration.ofSeconds(Math.round(seconds));
        if (left.toHours() > 0) {
            return String.format(Locale.ROOT, ", %d h %02d min left", left.toHours(), left.toMinutesPart());
        }
        return left.toMinutes() > 0
                ? String.format(Locale.ROOT, ", %d min %02d s left", left.toMinutes(), left.toSecondsPart())
                : String.format(Locale.ROOT, ", %d s left", left.toSeconds());
    }

    private static String bar(double done) {
        if (Double.isNaN(done)) {
            return "";
        }
        int filled = (int) Math.round(done * WIDTH);
        return "[%s%s] ".formatted("#".repeat(filled), ".".repeat(WIDTH - filled));
    }
}
