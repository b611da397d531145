package io.stacgenerator.observation;

import io.stacgenerator.GenerationListener;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.StacItem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the span of each request under way, and those of its assets. Thread-safe.
 *
 * @param <S> a span, as a library of observation knows it
 */
abstract class SpanListener<S> implements GenerationListener {

    /** By identity, as equal requests are different ones; several where one object is generated twice at a time. */
    private final IdentityHashMap<GenerationRequest, Deque<Running<S>>> running = new IdentityHashMap<>();

    SpanListener() {}

    /** Starts the span of a request, as the child of what is current in this thread. */
    abstract S start(GenerationRequest request);

    /** Starts the span of an asset. */
    abstract S start(S parent, String href);

    /** Reports how much of an asset was read. */
    abstract void read(S asset, long bytes);

    abstract void warn(S span, Warning warning);

    /** Reports the Item that came of a request. */
    abstract void made(S span, StacItem item);

    /**
     * Ends the span of a request or of an asset.
     *
     * @param error why the request failed; null when it succeeded
     */
    abstract void end(S span, @Nullable StacGeneratorException error);

    @Override
    public final void started(GenerationRequest request) {
        Running<S> started = new Running<>(start(request), new ConcurrentHashMap<>());
        synchronized (running) {
            running.computeIfAbsent(request, unused -> new ArrayDeque<>()).push(started);
        }
    }

    @Override
    public final void assetStarted(GenerationRequest request, String href) {
        with(request, found -> found.assets().computeIfAbsent(href, unused -> start(found.span(), href)));
    }

    @Override
    public final void assetRead(GenerationRequest request, String href, long bytes, Duration time) {
        with(request, found -> {
            S asset = found.assets().remove(href);
            if (asset != null) {
                read(asset, bytes);
                end(asset, null);
            }
        });
    }

    @Override
    public final void warned(GenerationRequest request, Warning warning) {
        with(request, found -> warn(found.span(), warning));
    }

    @Override
    public final void ended(
            GenerationRequest request,
            @Nullable GenerationResult result,
            @Nullable StacGeneratorException error,
            Duration time) {
        with(request, found -> {
            forget(request, found);
            found.assets().values().forEach(asset -> end(asset, error));
            if (result != null) {
                made(found.span(), result.item());
            }
            end(found.span(), error);
        });
    }

    private void forget(GenerationRequest request, Running<S> ended) {
        synchronized (running) {
            running.computeIfPresent(request, (unused, all) -> all.remove(ended) && all.isEmpty() ? null : all);
        }
    }

    private void with(GenerationRequest request, Consumer<Running<S>> action) {
        Running<S> found;
        synchronized (running) {
            Deque<Running<S>> all = running.get(request);
            found = all == null ? null : all.peek();
        }
        if (found != null) {
            action.accept(found);
        }
    }

    /** A request under way: its span, and by href those of the assets that are being read. */
    private record Running<S>(S span, Map<String, S> assets) {}
}
