package io.stacgenerator.internal.gdal;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.budget.AssetBudget.Account;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The process that {@link GdalProcesses} start: it answers questions from its standard input, one after the other, and
 * ends with the process that asks.
 */
final class GdalServer {

    private final WireOutput out;
    private long number;
    private @Nullable GdalRaster raster;

    private GdalServer(WireOutput out) {
        this.out = out;
    }

    /** What may be asked: of a path, or of a raster by its number and {@link GdalFile}. */
    enum Question {
        IDENTIFY,
        TRUST,
        PLAIN_TIFF,
        DESCRIBE,
        STATISTICS,
        VALIDITY,
        WINDOW,
        PREVIEW,
        CLOSE
    }

    /** What an answer begins with, after what it cost. */
    enum Answer {
        RESULT,
        ERROR,
        FAULT
    }

    /** Finds an answer and returns what writes it, so that nothing is written of one that fails. */
    private interface Work {

        GdalProcess.Asking answer() throws IOException;
    }

    /**
     * Runs the process.
     *
     * @param arguments none
     * @throws IOException when the process that asks has ended
     */
    public static void main(String[] arguments) throws IOException {
        // the descriptor that the shell in GdalProcess opens
        WireOutput out = new WireOutput(new FileOutputStream("/dev/fd/3"));
        GdalNatives.get().missing().ifPresent(missing -> {
            throw new IllegalStateException(missing);
        });
        new GdalServer(out).serve(new WireInput(System.in));
    }

    /** Reads on this thread while another one works: the end of the questions ends the process, even amid a call. */
    private void serve(WireInput in) throws IOException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            while (in.next()) {
                Question question = in.constant(Question.class);
                Account account = in.optional(() -> BudgetWire.readAccount(in));
                Work work = work(question, in);
                worker.execute(() -> answer(work, budget(account)));
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static AssetBudget budget(@Nullable Account account) {
        return account == null
                ? new AssetBudget(AssetLimits.ofDefaults(), "the file", Integer.MAX_VALUE, null)
                : new AssetBudget(account);
    }

    private void answer(Work work, AssetBudget budget) {
        try {
            GdalProcess.Asking reply = reply(work, budget);
            BudgetWire.write(budget.spent(), out);
            reply.write(out);
            out.flush();
        } catch (IOException | Error e) {
            Runtime.getRuntime().halt(1); // nobody reads answers anymore, or nothing more can be relied on
        }
    }

    private static GdalProcess.Asking reply(Work work, AssetBudget budget) {
        try {
            GdalProcess.Asking result = budget.spend(work::answer);
            return out -> {
                out.constant(Answer.RESULT);
                result.write(out);
            };
        } catch (StacGeneratorException e) {
            return out -> {
                out.constant(Answer.ERROR);
                out.constant(e.code());
                out.text(String.valueOf(e.getMessage()));
            };
        } catch (IOException | RuntimeException e) {
            return out -> {
                out.constant(Answer.FAULT);
                out.text(e.toString());
            };
        }
    }

    private Work work(Question question, WireInput in) throws IOException {
        return switch (question) {
            case IDENTIFY -> identify(Path.of(in.text()), in.flag());
            case TRUST -> trust(Path.of(in.text()));
            case PLAIN_TIFF -> checkTiff(Path.of(in.text()));
            case DESCRIBE -> describe(in.longInteger(), GdalFile.read(in));
            case STATISTICS -> measure(in.longInteger(), GdalFile.read(in), in.constant(StatisticsMode.class));
            case VALIDITY -> mask(in.longInteger(), GdalFile.read(in), in.integer());
            case WINDOW ->
                readWindow(in.longInteger(), GdalFile.read(in), RasterWire.readWindow(in), in.list(in::integer));
            case PREVIEW -> preview(in.longInteger(), GdalFile.read(in), RasterWire.readSize(in), in.list(in::integer));
            case CLOSE -> this::close;
        };
    }

    private static Work identify(Path path, boolean mayBeRaw) {
        return () -> telling(GdalInProcess.INSTANCE.identifies(path, mayBeRaw));
    }

    private static Work trust(Path path) {
        return () -> telling(GdalInProcess.INSTANCE.trusts(path));
    }

    private static Work checkTiff(Path path) {
        return () -> telling(GdalInProcess.INSTANCE.isPlainTiff(path));
    }

    private static GdalProcess.Asking telling(boolean answer) {
        return reply -> reply.flag(answer);
    }

    private Work describe(long number, GdalFile file) {
        return () -> {
            RasterInfo info = opened(number, file).info();
            return reply -> RasterWire.write(info, reply);
        };
    }

    private Work measure(long number, GdalFile file, StatisticsMode mode) {
        return () -> {
            List<BandStatistics> statistics =
                    opened(number, file).statistics(mode).orElse(null);
            return reply -> reply.optional(statistics, all -> reply.list(all, band -> RasterWire.write(band, reply)));
        };
    }

    private Work mask(long number, GdalFile file, int side) {
        return () -> {
            ValidityMask mask = opened(number, file).validity(side).orElse(null);
            return reply -> reply.optional(mask, cells -> RasterWire.write(cells, reply));
        };
    }

    private Work readWindow(long number, GdalFile file, PixelWindow window, List<Integer> bands) {
        return () -> {
            List<BandValues> values = opened(number, file).readWindow(window, indices(bands));
            return reply -> write(values, reply);
        };
    }

    private Work preview(long number, GdalFile file, RasterSize size, List<Integer> bands) {
        return () -> {
            List<BandValues> values =
                    opened(number, file).preview(size, indices(bands)).orElseThrow();
            return reply -> write(values, reply);
        };
    }

    private static int[] indices(List<Integer> bands) {
        return bands.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void write(List<BandValues> values, WireOutput reply) throws IOException {
        for (BandValues each : values) {
            RasterWire.write(each, reply);
        }
    }

    private GdalProcess.Asking close() throws IOException {
        GdalRaster open = raster;
        raster = null;
        if (open != null) {
            open.close();
        }
        return telling(true);
    }

    /** The next question is mostly of the same raster, which stays open until then. */
    private GdalRaster opened(long asked, GdalFile file) throws IOException {
        GdalRaster open = raster;
        if (open != null && asked == number) {
            return open;
        }
        close();
        GdalRaster opened = GdalInProcess.INSTANCE.open(file);
        number = asked;
        raster = opened;
        return opened;
    }
}
