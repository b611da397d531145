package io.stacgenerator.internal.pipeline;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The context of one request; collects its warnings. */
final class RequestContext implements GenerationContext {

    private final GenerationRequest request;
    private final GenerationOptions options;
    private final Storage storage;
    private final RequestEvents events;
    private final Queue<Warning> warnings = new ConcurrentLinkedQueue<>();

    RequestContext(GenerationRequest request, GenerationOptions options, Storage storage, RequestEvents events) {
        this.request = request;
        this.options = options;
        this.storage = storage;
        this.events = events;
    }

    @Override
    public GenerationRequest request() {
        return request;
    }

    @Override
    public GenerationOptions options() {
        return options;
    }

    @Override
    public void warn(Warning warning) {
        warnings.add(warning);
        events.warned(warning);
    }

    @Override
    public String publicHref(String href) {
        return storage.publicHref(href);
    }

    @Override
    public StorageObject open(String href) {
        return storage.open(href);
    }

    RequestEvents events() {
        return events;
    }

    Storage storage() {
        return storage;
    }

    List<Warning> warnings() {
        return warnings.stream().distinct().toList();
    }
}
