package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GenerationListenerTest {

    private final Scene scene = new Scene();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final GenerationListener listener = new Noting(events);

    @Test
    void aRequestIsReportedFromItsStartToItsEnd() {
        GenerationRequest request =
                GenerationRequest.builder().assetPaths(scene.putCog("a.tif")).build();

        generate(request, listener);

        assertThat(events)
                .startsWith("started", "METADATA")
                .containsSubsequence("asset memory:a.tif", "ASSETS", "ITEM", "ended true")
                .filteredOn(event -> event.startsWith("read"))
                .singleElement()
                .asString()
                .matches("read memory:a.tif [1-9][0-9]*");
        assertThat(events).filteredOn(event -> event.startsWith("progressed")).isNotEmpty();
    }

    @Test
    void warningsAndFailuresAreReported() {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths(scene.put("a.tif", Scene.picture()))
                .build();

        assertThatExceptionOfType(StacGeneratorException.class).isThrownBy(() -> generate(request, listener));

        assertThat(events).contains("warned crs-missing").endsWith("ended false");
    }

    @Test
    void listenerThatFailsChangesNothing() {
        GenerationRequest request =
                GenerationRequest.builder().assetPaths(scene.putCog("a.tif")).build();
        GenerationListener failing = new GenerationListener() {
            @Override
            public void started(GenerationRequest one) {
                throw new IllegalStateException("no span");
            }

            @Override
            public void progressed(GenerationRequest one, String href, long bytes, long size) {
                throw new IllegalStateException("no bar");
            }
        };

        assertThat(generate(request, failing).item())
                .isEqualTo(generate(request, listener).item());
    }

    private GenerationResult generate(GenerationRequest request, GenerationListener to) {
        try (StacGenerator generator = scene.generator()) {
            return generator.generate(
                    request, GenerationOptions.builder().listener(to).build());
        }
    }

    private record Noting(List<String> events) implements GenerationListener {

        @Override
        public void started(GenerationRequest request) {
            events.add("started");
        }

        @Override
        public void assetStarted(GenerationRequest request, String href) {
            events.add("asset " + href);
        }

        @Override
        public void progressed(GenerationRequest request, String href, long bytes, long size) {
            events.add("progressed %d of %d".formatted(bytes, size));
        }

        @Override
        public void assetRead(GenerationRequest request, String href, long bytes, Duration time) {
            events.add("read %s %d".formatted(href, bytes));
        }

        @Override
        public void stepped(GenerationRequest request, Step step, Duration time) {
            events.add(step.name());
        }

        @Override
        public void warned(GenerationRequest request, Warning warning) {
            events.add("warned " + warning.code());
        }

        @Override
        public void ended(
                GenerationRequest request, GenerationResult result, StacGeneratorException error, Duration time) {
            events.add("ended " + (result != null && error == null));
        }
    }
}
