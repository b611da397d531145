package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HttpOptionsTest {

    @Test
    void headersGoToTheirHostsAlone() {
        HttpOptions options = HttpOptions.builder()
                .header("*", "X-All", "1")
                .header(".example.com", "Authorization", "Bearer a")
                .header("b.example.com", "Authorization", "Bearer b")
                .build();
        assertThat(options.headers("a.example.com")).isEqualTo(Map.of("X-All", "1", "Authorization", "Bearer a"));
        assertThat(options.headers("B.example.com")).isEqualTo(Map.of("X-All", "1", "Authorization", "Bearer b"));
        assertThat(options.headers("example.org")).isEqualTo(Map.of("X-All", "1"));
    }

    static Stream<Consumer<HttpOptions.Builder>> mistakes() {
        return Stream.of(
                builder -> builder.connectTimeout(Duration.ZERO),
                builder -> builder.readTimeout(Duration.ofSeconds(-1)),
                builder -> builder.maxDelay(Duration.ZERO),
                builder -> builder.attempts(0),
                builder -> builder.connectionsPerHost(0),
                builder -> builder.downloadBytes(0),
                builder -> builder.downloadBytes(1L << 31),
                builder -> builder.header("*", "Host", "hunter2"),
                builder -> builder.header("*", "X-Name", "hunter2\r\nX-Other: 1"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreRefusedWithoutRevealingSecrets(Consumer<HttpOptions.Builder> mistake) {
        assertThatThrownBy(() -> mistake.accept(HttpOptions.builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
