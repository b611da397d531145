package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.HttpCall;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import io.stacgenerator.testkit.RangeServer;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a small server of files in the place of Azure; {@link AzuriteTest} has Azurite there. */
final class AzureStorageResolverTest extends StorageResolverContract {

    private static final String SECRET = "hunter2";

    private final RangeServer server = RangeServer.start();
    private final AzureStorageResolver resolver = resolver(account());

    @AfterEach
    void close() {
        server.close();
    }

    private AzureOptions.Builder account() {
        return AzureOptions.builder().account("archive").endpoint(server.url("/archive"));
    }

    private static AzureStorageResolver resolver(AzureOptions.Builder options) {
        return new AzureStorageResolver(options.build());
    }

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) {
        String url = server.put("archive/scenes/" + name, content);
        return url.replace(server.url("/archive/"), "az://") + "?sv=2024-11-04&sig=" + SECRET;
    }

    @Override
    protected String missing() {
        return "az://scenes/missing.tif?sig=" + SECRET;
    }

    @Override
    protected String secret() {
        return SECRET;
    }

    @Test
    void sasOfTheOptionsIsAddedToTheQuery() throws IOException {
        read(account().sasToken("?sv=2024-11-04&sig=" + SECRET), "az://scenes/a.tif?snapshot=2026-01-01T00:00:00Z");
        assertThat(lastCall().target())
                .isEqualTo("/archive/scenes/a.tif?snapshot=2026-01-01T00:00:00Z&sv=2024-11-04&sig=" + SECRET);
        assertThat(lastCall().headers()).doesNotContainKey("authorization").containsKey("x-ms-version");
    }

    @Test
    void keyOfTheOptionsSignsEachRequest() throws IOException {
        read(account().accountKey("c2VjcmV0"), "az://scenes/a.tif");
        assertThat(server.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.header("Authorization")).matches("SharedKey archive:[A-Za-z0-9+/]{43}=");
            assertThat(call.header("x-ms-date")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        });
        assertThat(server.calls())
                .extracting(call -> call.header("Authorization"))
                .doesNotHaveDuplicates();
    }

    @Test
    void tokenOfTheOptionsIsSent() throws IOException {
        read(account().accessToken("t0ken"), "az://scenes/a.tif");
        assertThat(lastCall().header("Authorization")).isEqualTo("Bearer t0ken");
    }

    @Test
    void signatureOfAnHrefComesBeforeTheOptions() throws IOException {
        read(account().accountKey("c2VjcmV0"), "az://scenes/a.tif?sig=" + SECRET);
        assertThat(lastCall().target()).isEqualTo("/archive/scenes/a.tif?sig=" + SECRET);
        assertThat(lastCall().headers()).doesNotContainKey("authorization");
    }

    @Test
    void endpointOnLoopbackIsReadByItsUrl() throws IOException {
        read(account().anonymous(), server.url("/archive/scenes/a.tif"));
        assertThat(lastCall().target()).isEqualTo("/archive/scenes/a.tif");
    }

    @Test
    void urlOfAnotherAccountIsRequestedAsItStands() throws IOException {
        String url = "https://other.blob.core.windows.net/c/a.tif";
        assertThat(opened(account().sasToken("sig=" + SECRET), url)).containsExactly(url);
        assertThat(opened(account().accountKey("c2VjcmV0"), url)).containsExactly(url);
        assertThat(opened(account().accessToken("t0ken"), url)).containsExactly(url);
        assertThat(opened(account().accessToken("t0ken"), url + "?sig=1")).containsExactly(url + "?sig=1");
    }

    @Test
    void accountThatAnHrefNamesIsSentAnIdentityAlone() throws IOException {
        String url = "https://other.blob.core.windows.net/c/a.tif";
        assertThat(opened(account().sasToken("sig=" + SECRET), "az://c@other/a.tif"))
                .containsExactly(url);
        assertThat(opened(account().accountKey("c2VjcmV0"), "az://c@other/a.tif"))
                .containsExactly(url);
        assertThat(opened(account().accessToken("t0ken"), "az://c@other/a.tif")).containsExactly(url, "Bearer t0ken");
    }

    /** Returns the URL that would be requested, and the authorization where there is one. */
    private static List<String> opened(AzureOptions.Builder options, String href) throws IOException {
        List<String> opened = new ArrayList<>();
        resolver(options).open(href, new StorageContext() {
            @Override
            public StoragePolicy policy() {
                return StoragePolicy.open();
            }

            @Override
            public StorageObject openHttp(URI url, String publicHref, RequestSigner signer) throws IOException {
                opened.add(url.toString());
                String authorization = signer.sign(url, Map.of()).get("Authorization");
                if (authorization != null) {
                    opened.add(authorization);
                }
                InMemoryStorageResolver memory = new InMemoryStorageResolver();
                return memory.open(memory.put("a.tif", new byte[0]), this);
            }
        });
        return opened;
    }

    @Test
    void listsBlobsPageByPageWithoutFolders() throws IOException {
        server.failNext(
                reply -> reply.status(200)
                        .header("Content-Type", "application/xml")
                        .body(page("next", "a b/", "a b/ü%20.tif")),
                reply -> reply.status(200)
                        .header("Content-Type", "application/xml")
                        .body(page("", "c.tif")));
        try (Stream<String> listed = resolver.list("az://scenes/?sig=" + SECRET, context())) {
            assertThat(listed)
                    .containsExactly(
                            "az://scenes/a%20b/%C3%BC%2520.tif?sig=" + SECRET, "az://scenes/c.tif?sig=" + SECRET);
        }
        assertThat(server.calls()).hasSize(2).allMatch(call -> call.target().contains("sig=" + SECRET));
        assertThat(lastCall().target()).contains("marker=next");
    }

    @ParameterizedTest
    @CsvSource({"401, ACCESS_DENIED", "403, ACCESS_DENIED", "404, NOT_FOUND", "501, STORAGE_UNAVAILABLE"})
    void whatCannotBeListedHasACodeAndNoSecret(int status, ErrorCode code) {
        server.failAlways(reply -> reply.status(status));
        assertThatThrownBy(() -> resolver.list("az://scenes/2026/?sig=" + SECRET, context())
                        .count())
                .hasMessageStartingWith(server.url("/archive/scenes/2026/ cannot be listed: status " + status))
                .hasMessageNotContaining(SECRET)
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(code, StacGeneratorException::code);
    }

    @Test
    void serverThatDoesNotAnswerIsUnavailableToListToo() {
        server.close();
        Storage storage = new Storage(List.of(resolver), StoragePolicy.open());
        assertThatThrownBy(() -> storage.list("az://scenes/?sig=" + SECRET).count())
                .hasMessageNotContaining(SECRET)
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.STORAGE_UNAVAILABLE, StacGeneratorException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"az://scenes/a.tif?sig=hunter2 hunter2", "az://scenes/a.tif?sig=%zz|hunter2"})
    void queryThatIsNotEncodedIsNotRevealed(String href) {
        assertThatThrownBy(() -> resolver.open(href, context()))
                .hasMessageContaining("/archive/scenes/a.tif has a query that is not percent-encoded")
                .hasMessageNotContaining(SECRET)
                .hasNoCause()
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.UNSUPPORTED_HREF, StacGeneratorException::code);
    }

    private void read(AzureOptions.Builder options, String href) throws IOException {
        server.put("archive/scenes/a.tif", new byte[100_000]);
        try (StorageObject object = resolver(options).open(href, context())) {
            object.read(50_000, 10);
        }
    }

    private HttpCall lastCall() {
        List<HttpCall> calls = server.calls();
        return calls.get(calls.size() - 1);
    }

    private static byte[] page(String next, String... names) {
        StringBuilder blobs = new StringBuilder();
        for (String name : names) {
            String folder = name.endsWith("/") ? "<Metadata><hdi_isfolder>true</hdi_isfolder></Metadata>" : "";
            blobs.append("<Blob><Name>%s</Name><Properties/>%s</Blob>".formatted(name, folder));
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Blobs>%s</Blobs><NextMarker>%s</NextMarker></EnumerationResults>"
                .formatted(blobs, next)
                .getBytes(StandardCharsets.UTF_8);
    }
}
