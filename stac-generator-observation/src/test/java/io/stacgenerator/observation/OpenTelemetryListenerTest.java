package io.stacgenerator.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGeneratorException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OpenTelemetryListenerTest {

    private static final AttributeKey<String> HREF = AttributeKey.stringKey("stac.asset.href");

    @RegisterExtension
    private final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

    private final OpenTelemetryListener listener = new OpenTelemetryListener(telemetry.getOpenTelemetry());

    @Test
    void aRequestIsASpanInThatOfTheHost() {
        Span host = telemetry
                .getOpenTelemetry()
                .getTracer("host")
                .spanBuilder("host")
                .startSpan();
        try (Scope scope = host.makeCurrent()) {
            assertThat(scope).isNotNull();
            Requests.run(Requests.good(), listener);
        }

        SpanData request = span("generate STAC Item");
        assertThat(request.getParentSpanId()).isEqualTo(host.getSpanContext().getSpanId());
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(request.getAttributes().get(AttributeKey.stringKey("stac.source")))
                .isEqualTo("automatic");
        assertThat(request.getAttributes().get(AttributeKey.stringKey("stac.item.id")))
                .isEqualTo("observed");
        assertThat(request.getInstrumentationScopeInfo().getName()).isEqualTo("io.stacgenerator");
    }

    @Test
    void anAssetIsAChildWithItsBytesAndTime() {
        Requests.run(Requests.good(), listener);

        SpanData request = span("generate STAC Item");
        SpanData asset = span("read asset");
        assertThat(asset.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(asset.getTraceId()).isEqualTo(request.getTraceId());
        assertThat(asset.getAttributes().get(HREF)).isEqualTo(Requests.ASSET);
        assertThat(asset.getAttributes().get(AttributeKey.longKey("stac.asset.bytes")))
                .isEqualTo(5);
        assertThat(asset.getStartEpochNanos()).isGreaterThanOrEqualTo(request.getStartEpochNanos());
        assertThat(asset.getEndEpochNanos())
                .isGreaterThan(asset.getStartEpochNanos())
                .isLessThanOrEqualTo(request.getEndEpochNanos());
    }

    @Test
    void aWarningIsAnEvent() {
        Requests.run(Requests.good(), listener);

        EventData warning = span("generate STAC Item").getEvents().get(0);
        assertThat(warning.getName()).isEqualTo("stac.warning");
        assertThat(warning.getAttributes().get(AttributeKey.stringKey("stac.warning.code")))
                .isEqualTo("raster-not-recognised");
        assertThat(warning.getAttributes().get(AttributeKey.stringKey("stac.warning.message")))
                .contains(Requests.ASSET);
    }

    @Test
    void aFailureHasItsCodeAndEndsWhatWasUnderWay() {
        StacGeneratorException error = Requests.run(Requests.bad(), listener).orElseThrow();

        SpanData request = span("generate STAC Item");
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(request.getStatus().getDescription()).isEqualTo(error.getMessage());
        assertThat(request.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo(error.code().name());
        assertThat(spans())
                .filteredOn(span -> Requests.MISSING.equals(span.getAttributes().get(HREF)))
                .singleElement()
                .satisfies(
                        asset -> assertThat(asset.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void oneRequestThatIsGeneratedTwiceAtATimeHasTwoSpans() {
        GenerationRequest request = Requests.good();
        listener.started(request);
        listener.started(request);
        listener.ended(request, null, null, Duration.ZERO);
        listener.ended(request, null, null, Duration.ZERO);

        assertThat(spans()).hasSize(2);
    }

    @Test
    void whatIsReportedAfterTheEndOfARequestIsIgnored() {
        GenerationRequest request = Requests.good();
        listener.started(request);
        listener.ended(request, null, null, Duration.ZERO);
        listener.assetStarted(request, "late.tif");
        listener.assetRead(request, "late.tif", 1, Duration.ZERO);
        listener.ended(request, null, null, Duration.ZERO);

        assertThat(spans()).hasSize(1);
    }

    private List<SpanData> spans() {
        return telemetry.getSpans();
    }

    private SpanData span(String name) {
        return spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
