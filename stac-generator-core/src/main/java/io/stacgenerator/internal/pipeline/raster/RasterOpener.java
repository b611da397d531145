package io.stacgenerator.internal.pipeline.raster;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.pipeline.service.ServiceContext;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files by the readers that recognize them. Thread-safe. */
public final class RasterOpener {

    private static final Logger LOG = LoggerFactory.getLogger(RasterOpener.class);

    private final List<RasterReader> readers;

    public RasterOpener(List<RasterReader> readers) {
        this.readers = readers;
    }

    private RasterOpener without(RasterReader reader) {
        return new RasterOpener(readers.stream().filter(each -> each != reader).toList());
    }

    /** Opens a file without knowing its format. */
    public Optional<Raster> open(StorageObject object, GenerationContext context) throws IOException {
        return open(object, object.read(0, RasterReader.HEAD_LENGTH).asReadOnlyBuffer(), context);
    }

    /**
     * Opens a file with the first reader that does not decline it. The first one that recognizes a file tells whether
     * it is broken: what that one declines is an asset where others cannot open it either, whichever of them are
     * installed.
     *
     * @return the raster; empty where no reader recognizes the file, or all decline it, which is warned of
     */
    public Optional<Raster> open(StorageObject object, ByteBuffer head, GenerationContext context) throws IOException {
        List<Candidate> candidates = readers.stream()
                .map(reader -> new Candidate(reader, object, head, contextOf(reader, context)))
                .toList();
        StacGeneratorException declined = null;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.recognizes()) {
                try {
                    List<Candidate> others = candidates.subList(i + 1, candidates.size());
                    Raster raster = new OpenRaster(candidate, candidate.open(), others);
                    LOG.debug(
                            "{} is read by {}",
                            object.href(),
                            candidate.reader().id());
                    return Optional.of(raster);
                } catch (StacGeneratorException e) {
                    if (declined == null) {
                        declined = requireDeclined(e);
                    } else if (e.code() != ErrorCode.INVALID_RASTER) {
                        requireDeclined(e);
                    }
                }
            }
        }
        LOG.debug("{} is read by none of the raster readers", object.href());
        if (declined != null) {
            context.warn(new Warning(
                    "raster-unsupported",
                    "%s is an asset without raster facts: %s".formatted(object.href(), declined.getMessage())));
        }
        return Optional.empty();
    }

    /** Returns whether any reader takes a file for one of its format, be it one that it cannot read. */
    public boolean recognizes(StorageObject object, ByteBuffer head, GenerationContext context) {
        return readers.stream().anyMatch(reader -> new Candidate(reader, object, head, context).recognizes());
    }

    /**
     * Says what the last reader lacks, which is the one for all that the others do not know, and how to add it.
     *
     * @return a clause to end a sentence with; empty where it lacks nothing
     */
    public String remedy() {
        return readers.isEmpty()
                ? ""
                : readers.get(readers.size() - 1)
                        .missing()
                        .map(missing -> "; " + missing)
                        .orElse("");
    }

    /** What a reader opens in its turn is opened by others: one that hands a file on would be asked for it for ever. */
    private GenerationContext contextOf(RasterReader reader, GenerationContext context) {
        return new ServiceContext(context, object -> without(reader).open(object, context));
    }

    static StacGeneratorException requireDeclined(StacGeneratorException e) {
        if (e.code() != ErrorCode.UNSUPPORTED_RASTER) {
            throw e;
        }
        return e;
    }

    /**
     * A reader that may know a file.
     *
     * @param reader the reader
     * @param object the file
     * @param head its leading bytes
     * @param context what the reader gets to know of the request
     */
    record Candidate(RasterReader reader, StorageObject object, ByteBuffer head, GenerationContext context) {

        boolean recognizes() {
            return ServiceFailures.ask(reader, () -> reader.recognizes(head.duplicate(), object));
        }

        Raster open() throws IOException {
            return ServiceFailures.ask(reader, () -> reader.open(object, context));
        }
    }
}
