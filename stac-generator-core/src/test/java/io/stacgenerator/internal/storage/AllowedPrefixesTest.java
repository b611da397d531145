package io.stacgenerator.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.spi.RequestSigner;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.RangeServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A storage may be read where a prefix allows it, although its host is allowed to nobody. */
final class AllowedPrefixesTest {

    private final RangeServer server = RangeServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    /** A storage of {@code obj://bucket/key}, which is reached by {@code http://127.0.0.1/bucket/key}. */
    private final class Objects implements StorageResolver {

        @Override
        public String id() {
            return "objects";
        }

        @Override
        public boolean supports(String href) {
            return href.startsWith("obj://");
        }

        @Override
        public StorageObject open(String href, StorageContext context) throws IOException {
            return context.openHttp(URI.create(server.url(href.substring(5))), href, RequestSigner.NONE);
        }

        @Override
        public String publicHref(String href) {
            return href;
        }

        @Override
        public Stream<String> list(String prefix, StorageContext context) throws IOException {
            context.checkUrl(URI.create(server.url("/")));
            return Stream.of(prefix + "a.tif");
        }
    }

    private Storage storage(StoragePolicy.Builder policy) {
        return new Storage(List.of(new Objects(), new HttpStorageResolver()), policy.build());
    }

    private static StoragePolicy.Builder prefix(String prefix) {
        return StoragePolicy.builder().prefixes(prefix).privateAddresses(true);
    }

    private void refused(Storage storage, String href, String reason) {
        assertThatThrownBy(() -> storage.open(href).close())
                .hasMessageStartingWith("the storage policy refuses " + reason)
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_REFUSED, StacGeneratorException::code);
    }

    @Test
    void whatIsBelowAPrefixIsReadAndListed() throws IOException {
        server.put("bucket/open/a.tif", new byte[10]);
        Storage storage = storage(prefix("obj://bucket/open/"));
        try (StorageObject object = storage.open("obj://bucket/open/a.tif")) {
            assertThat(object.size()).isEqualTo(10);
        }
        assertThat(storage.readShared("obj://bucket/open/a.tif")).hasSize(10);
        assertThat(storage.list("obj://bucket/open/")).containsExactly("obj://bucket/open/a.tif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obj://bucket/secret.tif",
                "obj://bucket/open",
                "obj://bucket/open-secret/a.tif",
                "obj://bucket2/open/a.tif",
                "obj://bucket/open/../secret.tif",
                "obj://bucket/open/%2e%2e/secret.tif",
                "obj://bucket/open/..%2Fsecret.tif",
                "obj://bucket/open/%252e%252e/secret.tif"
            })
    void whatIsElsewhereIsRefused(String href) {
        Storage storage = storage(prefix("obj://bucket/open/"));
        refused(storage, href, "scheme 'obj', allowed are https, obj://bucket/open/");
        assertThatThrownBy(() -> storage.list(href)).hasMessageContaining("refuses scheme 'obj'");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void theHostOfAStorageIsNotAllowedToOtherHrefs() {
        server.put("bucket/open/a.tif", new byte[10]);
        refused(storage(prefix("obj://bucket/open/")), server.url("/bucket/open/a.tif"), "scheme 'http'");
        refused(
                storage(prefix("obj://bucket/open/").schemes("https", "http")),
                server.url("/bucket/open/a.tif"),
                "host '127.0.0.1', none is allowed");
    }

    @Test
    void aPrivateAddressTakesAnotherOption() {
        server.put("bucket/open/a.tif", new byte[10]);
        refused(
                storage(StoragePolicy.builder().prefixes("obj://bucket/open/")),
                "obj://bucket/open/a.tif",
                "host '127.0.0.1', which does not lead to a public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bucket/secret.tif", "/bucket/open/../secret.tif", "http://localhost/bucket/open/b.tif"})
    void aRedirectFromAStorageIsCheckedAsAnyUrl(String location) {
        server.put("bucket/secret.tif", new byte[10]);
        server.failNext(reply -> reply.status(302).header("Location", location));
        refused(storage(prefix("obj://bucket/open/")), "obj://bucket/open/a.tif", "scheme 'http'");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aFolderOfAHostIsReadAndRedirectsStayInIt() throws IOException {
        server.put("open/a.tif", new byte[10]);
        server.put("secret/a.tif", new byte[10]);
        Storage storage = storage(prefix(server.url("/open/")));
        server.failNext(reply -> reply.status(302).header("Location", "/open/a.tif"));
        storage.open(server.url("/open/b.tif")).close();
        refused(storage, server.url("/secret/a.tif"), "scheme 'http'");
        refused(storage, server.url("/open/..%2fsecret/a.tif"), "scheme 'http'");
        refused(storage, server.url("/open/").replace("127.0.0.1", "127.0.0.1@localhost"), "scheme 'http'");
        server.failNext(reply -> reply.status(302).header("Location", "/secret/a.tif"));
        refused(storage, server.url("/open/a.tif"), "scheme 'http'");
    }
}
