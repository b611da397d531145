package io.stacgenerator.internal.pipeline.request;

import io.stacgenerator.GenerationListener;
import io.stacgenerator.GenerationListener.Step;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.internal.storage.ReadListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports one request to a listener; what it throws changes nothing. Thread-safe. */
public final class RequestEvents implements ReadListener {

    private static final Logger LOG = LoggerFactory.getLogger(RequestEvents.class);

    private final GenerationListener listener;
    private final GenerationRequest request;
    private final Map<String, Long> bytes = new ConcurrentHashMap<>();

    public RequestEvents(GenerationListener listener, GenerationRequest request) {
        this.listener = listener;
        this.request = request;
    }

    /** Runs a whole request, and reports its start and end. */
    public GenerationResult request(Supplier<GenerationResult> run) {
        long start = System.nanoTime();
        tell(to -> to.started(request));
        try {
            GenerationResult result = run.get();
            tell(to -> to.ended(request, result, null, since(start)));
            return result;
        } catch (RuntimeException | LinkageError e) {
            StacGeneratorException failure = ServiceFailures.of(e);
            tell(to -> to.ended(request, null, failure, since(start)));
            throw failure;
        }
    }

    public <T> T step(Step step, Supplier<T> run) {
        long start = System.nanoTime();
        T done = run.get();
        tell(to -> to.stepped(request, step, since(start)));
        return done;
    }

    public <T> T asset(String href, Supplier<T> run) {
        long start = System.nanoTime();
        tell(to -> to.assetStarted(request, href));
        T done = run.get();
        tell(to -> to.assetRead(request, href, bytes.getOrDefault(href, 0L), since(start)));
        return done;
    }

    void warned(Warning warning) {
        tell(to -> to.warned(request, warning));
    }

    @Override
    public void read(String href, long length, long size) {
        long all = bytes.merge(href, length, Long::sum);
        tell(to -> to.progressed(request, href, all, size));
    }

    private void tell(Consumer<GenerationListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the listener {} failed", listener.getClass().getName(), Secrets.redact(e));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
