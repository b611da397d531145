package io.stacgenerator.internal.gdal;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.budget.AssetBudget.Account;
import io.stacgenerator.internal.gdal.GdalServer.Question;
import io.stacgenerator.spi.raster.Raster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * GDAL in processes of its own: one that dies or does not answer costs what it was asked, and is replaced.
 *
 * <p>A process answers one question at a time and is kept for the next one. There are as many as processors.
 */
final class GdalProcesses implements GdalAccess {

    /** What an asset may take that has no budget. */
    private static final Duration TIME = AssetLimits.ofDefaults().cpuTime();

    /** The number of no raster. */
    private static final long NONE = 0;

    private final AtomicLong rasters = new AtomicLong(NONE);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final Deque<GdalProcess> idle = new ArrayDeque<>();
    private final Duration patience;

    /** @param patience how long an answer may take beyond twice the time of processors that is left for the asset */
    GdalProcesses(Duration patience) {
        this.patience = patience;
    }

    /** Returns the processes that all generators of this JVM share. */
    static GdalProcesses get() {
        return Holder.PROCESSES;
    }

    @Override
    public boolean identifies(GdalFile file, boolean mayBeRaw) {
        return ask(
                NONE,
                file.href(),
                Question.IDENTIFY,
                out -> {
                    out.text(file.path().toString());
                    out.flag(mayBeRaw);
                },
                WireInput::flag);
    }

    @Override
    public boolean trusts(Path path) {
        return ask(NONE, path.toString(), Question.TRUST, out -> out.text(path.toString()), WireInput::flag);
    }

    @Override
    public boolean isPlainTiff(Path path) {
        return ask(NONE, path.toString(), Question.PLAIN_TIFF, out -> out.text(path.toString()), WireInput::flag);
    }

    @Override
    public Raster open(GdalFile file) {
        long number = rasters.incrementAndGet();
        return new GdalProcessRaster(
                this, number, file, ask(number, file, Question.DESCRIBE, out -> {}, RasterWire::readInfo));
    }

    /** Asks of a raster, if it can be the process that has it open. */
    <T> T ask(long number, GdalFile file, Question question, GdalProcess.Asking asking, GdalProcess.Reading<T> answer) {
        return ask(
                number,
                file.href(),
                question,
                out -> {
                    out.integer(number);
                    file.write(out);
                    asking.write(out);
                },
                answer);
    }

    /** Has the process close a raster that has it open; one that is busy with another has closed it already. */
    void close(long number) {
        GdalProcess process;
        synchronized (idle) {
            process = idle.stream()
                    .filter(each -> each.raster() == number)
                    .findFirst()
                    .orElse(null);
            idle.remove(process);
        }
        if (process != null) {
            process.closeRaster(() -> giveBack(process));
        }
    }

    private <T> T ask(
            long number, String href, Question question, GdalProcess.Asking asking, GdalProcess.Reading<T> answer) {
        acquire(href);
        try {
            GdalProcess process = take(number);
            try {
                return process.ask(number, href, question, asking, answer, longest());
            } finally {
                giveBack(process);
            }
        } finally {
            places.release();
        }
    }

    private void acquire(String href) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StacGeneratorException(
                    ErrorCode.CANCELED, "%s is not read: the thread was interrupted".formatted(href), e);
        }
    }

    private GdalProcess take(long number) {
        synchronized (idle) {
            idle.removeIf(process -> !process.isAlive());
            GdalProcess process = idle.stream()
                    .filter(each -> each.raster() == number)
                    .findFirst()
                    .orElse(idle.peek());
            if (process != null) {
                idle.remove(process);
                return process;
            }
        }
        return GdalProcess.start();
    }

    private void giveBack(GdalProcess process) {
        if (process.isAlive()) {
            synchronized (idle) {
                idle.push(process);
            }
        }
    }

    /** The process ends by itself what takes its time between two calls of GDAL; this is for a call that hangs. */
    private Duration longest() {
        return AssetBudget.account()
                .map(Account::time)
                .orElse(TIME)
                .multipliedBy(2)
                .plus(patience);
    }

    private static final class Holder {

        /** Starting a process and waiting for a processor on a busy machine may take as long. */
        private static final GdalProcesses PROCESSES = new GdalProcesses(Duration.ofSeconds(10));
    }
}
