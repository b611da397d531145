package io.stacgenerator.internal.pipeline.raster;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.pipeline.raster.RasterOpener.Candidate;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.spi.raster.BandStatistics;
import io.stacgenerator.spi.raster.BandValues;
import io.stacgenerator.spi.raster.PixelWindow;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterInfo;
import io.stacgenerator.spi.raster.RasterSize;
import io.stacgenerator.spi.raster.ValidityMask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A raster with the readers that may know its pixels where the one that opened it does not. */
final class OpenRaster implements Raster {

    private final Candidate opened;
    private final Raster raster;
    private final List<Candidate> others;

    /**
     * Creates a raster.
     *
     * @param opened the reader that opened the raster
     * @param raster the open raster, closed with this
     * @param others the readers that come after it; only asked whether they recognize the file when it is their turn
     */
    OpenRaster(Candidate opened, Raster raster, List<Candidate> others) {
        this.opened = opened;
        this.raster = raster;
        this.others = others;
    }

    @Override
    public RasterInfo info() {
        return raster.info();
    }

    @Override
    public Optional<List<BandStatistics>> statistics(StatisticsMode mode) throws IOException {
        return ask(each -> each.statistics(mode));
    }

    @Override
    public Optional<ValidityMask> validity(int side) throws IOException {
        return ask(each -> each.validity(side));
    }

    @Override
    public List<BandValues> readWindow(PixelWindow window, int... bands) throws IOException {
        window.requireWithin(info(), bands);
        List<StacGeneratorException> reasons = new ArrayList<>();
        Optional<List<BandValues>> read = ask(each -> {
            try {
                return Optional.of(each.readWindow(window, bands));
            } catch (StacGeneratorException e) {
                reasons.add(RasterOpener.requireDeclined(e));
                return Optional.empty();
            }
        });
        return read.orElseThrow(() -> new StacGeneratorException(
                ErrorCode.UNSUPPORTED_RASTER,
                "the pixels of %s cannot be read: %s"
                        .formatted(opened.object().href(), reasons.get(0).getMessage())));
    }

    @Override
    public Optional<List<BandValues>> preview(RasterSize size, int... bands) throws IOException {
        return ask(each -> each.preview(size, bands));
    }

    /** Asks the raster, and then the same file as the other readers open it. */
    private <T> Optional<T> ask(PixelQuestion<T> question) throws IOException {
        Optional<T> answer = ServiceFailures.ask(opened.reader(), () -> question.ask(raster));
        for (Candidate other : others) {
            if (answer.isEmpty() && other.recognizes()) {
                answer = ask(other, question);
            }
        }
        return answer;
    }

    private <T> Optional<T> ask(Candidate candidate, PixelQuestion<T> question) throws IOException {
        try (Raster other = candidate.open()) {
            return sameAs(other.info())
                    ? ServiceFailures.ask(candidate.reader(), () -> question.ask(other))
                    : Optional.empty();
        } catch (StacGeneratorException e) {
            if (e.code() == ErrorCode.UNSUPPORTED_RASTER || e.code() == ErrorCode.LIMIT_EXCEEDED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean sameAs(RasterInfo other) {
        return other.size().equals(info().size())
                && other.bands().size() == info().bands().size();
    }

    @Override
    public void close() throws IOException {
        raster.close();
    }
}
