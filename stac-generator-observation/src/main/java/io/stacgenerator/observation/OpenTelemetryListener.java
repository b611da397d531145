package io.stacgenerator.observation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.model.StacItem;
import org.jspecify.annotations.Nullable;

/**
 * Traces requests by OpenTelemetry. Thread-safe.
 *
 * <p>A request is the span {@code generate STAC Item}, the child of the calling thread's, with the attributes
 * {@code stac.source} and {@code stac.item.id}. Each asset that is read is a child {@code read asset} with
 * {@code stac.asset.href} and {@code stac.asset.bytes}. A warning is the event {@code stac.warning} with
 * {@code stac.warning.code}, {@code stac.warning.message} and, where it is known, {@code stac.warning.pointer}. A
 * failed request records the exception, and has the error code as {@code error.type}.
 *
 * @since 0.1.0
 */
public final class OpenTelemetryListener extends SpanListener<Span> {

    private static final AttributeKey<String> SOURCE = AttributeKey.stringKey("stac.source");
    private static final AttributeKey<String> ITEM_ID = AttributeKey.stringKey("stac.item.id");
    private static final AttributeKey<String> HREF = AttributeKey.stringKey("stac.asset.href");
    private static final AttributeKey<Long> BYTES = AttributeKey.longKey("stac.asset.bytes");
    private static final AttributeKey<String> WARNING_CODE = AttributeKey.stringKey("stac.warning.code");
    private static final AttributeKey<String> WARNING_MESSAGE = AttributeKey.stringKey("stac.warning.message");
    private static final AttributeKey<String> WARNING_POINTER = AttributeKey.stringKey("stac.warning.pointer");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final Tracer tracer;

    /**
     * Creates a listener, for {@link io.stacgenerator.GenerationOptions.Builder#listener}.
     *
     * @param telemetry has the tracer, named {@code io.stacgenerator}
     */
    public OpenTelemetryListener(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("io.stacgenerator");
    }

    @Override
    Span start(GenerationRequest request) {
        return tracer.spanBuilder("generate STAC Item")
                .setAttribute(SOURCE, request.source().jsonName())
                .startSpan();
    }

    @Override
    Span start(Span parent, String href) {
        return tracer.spanBuilder("read asset")
                .setParent(Context.current().with(parent))
                .setAttribute(HREF, href)
                .startSpan();
    }

    @Override
    void read(Span asset, long bytes) {
        asset.setAttribute(BYTES, bytes);
    }

    @Override
    void warn(Span span, Warning warning) {
        AttributesBuilder attributes =
                Attributes.builder().put(WARNING_CODE, warning.code()).put(WARNING_MESSAGE, warning.message());
        if (warning.pointer() != null) {
            attributes.put(WARNING_POINTER, warning.pointer());
        }
        span.addEvent("stac.warning", attributes.build());
    }

    @Override
    void made(Span span, StacItem item) {
        span.setAttribute(ITEM_ID, item.id());
    }

    @Override
    void end(Span span, @Nullable StacGeneratorException error) {
        if (error != null) {
            span.setAttribute(ERROR_TYPE, error.code().name());
            span.setStatus(StatusCode.ERROR, error.getMessage());
            span.recordException(error);
        }
        span.end();
    }
}
