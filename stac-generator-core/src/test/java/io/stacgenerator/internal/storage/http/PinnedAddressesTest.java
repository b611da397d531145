package io.stacgenerator.internal.storage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.storage.http.PinnedAddresses.HostCheck;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class PinnedAddressesTest {

    private static final ProxySelector DIRECT = HttpClient.Builder.NO_PROXY;

    @Test
    void connectsToTheAddressThatWasChecked() throws Exception {
        try (RangeServer server = RangeServer.start()) {
            server.put("a.tif", new byte[] {42});
            HttpRequest request = request("http://no-such-host.invalid:%d/a.tif".formatted(server.port()));
            byte[] body = client(host -> List.of(InetAddress.getLoopbackAddress()))
                    .send(request, BodyHandlers.ofByteArray())
                    .body();
            assertThat(body).containsExactly(42);
            assertThat(server.calls())
                    .singleElement()
                    .satisfies(
                            call -> assertThat(call.header("Host")).isEqualTo("no-such-host.invalid:" + server.port()));
        }
    }

    @Test
    void refusalOfASecondAnswerOfTheNameServerEndsTheRequest() {
        HostCheck refusing = host -> {
            throw new StacGeneratorException(ErrorCode.ACCESS_REFUSED, "refused");
        };
        HttpRequest request = request("http://rebinding.invalid/a.tif");
        assertThatThrownBy(() -> send(client(refusing), request))
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_REFUSED));
    }

    @Test
    void leavesHttpsAndConfiguredProxiesAlone() {
        HostCheck check = host -> List.of(InetAddress.getLoopbackAddress());
        assertThat(new PinnedAddresses(check, DIRECT).select(URI.create("https://example.com/")))
                .containsExactly(Proxy.NO_PROXY);
        ProxySelector proxies = ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 3128));
        URI uri = URI.create("http://example.com/");
        assertThat(new PinnedAddresses(check, proxies).select(uri)).isEqualTo(proxies.select(uri));
    }

    @Test
    void leavesUnrestrictedAddressesAlone() {
        assertThat(new PinnedAddresses(host -> List.of(), DIRECT).select(URI.create("http://example.com/")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void reportsAnUnknownHostAsFailureToRead() {
        HostCheck unknown = host -> {
            throw new IOException("unknown host " + host);
        };
        HttpRequest request = request("http://example.com/");
        assertThatThrownBy(() -> send(client(unknown), request))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown host example.com");
    }

    private static void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            new HttpExchange(thread, client, request, (info, progress) -> null)
                    .await(Duration.ofSeconds(10), null, InstantSource.system());
        } finally {
            thread.shutdown();
        }
    }

    private static HttpClient client(HostCheck check) {
        return HttpClient.newBuilder().proxy(new PinnedAddresses(check, DIRECT)).build();
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }
}
