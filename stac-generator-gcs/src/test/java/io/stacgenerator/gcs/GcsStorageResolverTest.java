package io.stacgenerator.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.UserCredentials;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.ObjectServer;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a small server in the place of Google's, which checks each token. */
final class GcsStorageResolverTest extends StorageResolverContract {

    private final GcsServer server = new GcsServer();
    private final GcsStorageResolver resolver = resolver(options(GcsServer.TOKEN));

    @AfterEach
    void close() {
        server.close();
    }

    private GcsOptions.Builder options(String token) {
        Date later = Date.from(Instant.now().plus(Duration.ofHours(1)));
        return GcsOptions.builder()
                .endpoint(server.endpoint())
                .credentials(OAuth2Credentials.create(new AccessToken(token, later)));
    }

    private static GcsStorageResolver resolver(GcsOptions.Builder options) {
        return new GcsStorageResolver(options.build());
    }

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) {
        server.put("scenes", name, content);
        return "gs://scenes/" + GcsHref.encoded(name);
    }

    @Override
    protected String missing() {
        return "gs://scenes/missing.tif";
    }

    private void read(GcsOptions.Builder options, String href) throws IOException {
        server.put("scenes", "a.tif", new byte[100_000]);
        try (StorageObject object = resolver(options).open(href, context())) {
            object.read(50_000, 10);
        }
    }

    private ObjectServer.Call lastCall() {
        List<ObjectServer.Call> calls = server.calls();
        return calls.get(calls.size() - 1);
    }

    @Test
    void aHeaderCostsOneRequest() throws IOException {
        put("a.tif", new byte[100_000]);
        try (StorageObject object = resolver.open("gs://scenes/a.tif", context())) {
            object.read(0, 16_384);
        }
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aTokenIsGotOnceForAllRequests() throws IOException {
        UserCredentials user = UserCredentials.newBuilder()
                .setClientId("client")
                .setClientSecret("hunter2")
                .setRefreshToken("hunter2")
                .setTokenServerUri(URI.create(server.endpoint() + "/token"))
                .build();
        read(GcsOptions.builder().endpoint(server.endpoint()).credentials(user), "gs://scenes/a.tif");
        assertThat(server.calls())
                .extracting(ObjectServer.Call::target)
                .containsExactly("/token", "/scenes/a.tif", "/scenes/a.tif");
    }

    @Test
    void anonymousRequestsCarryNoToken() throws IOException {
        server.openToAll("scenes");
        read(GcsOptions.builder().endpoint(server.endpoint()).anonymous(), "gs://scenes/a.tif");
        assertThat(server.calls())
                .allSatisfy(call -> assertThat(call.header("Authorization")).isEmpty());
    }

    @Test
    void theProjectThatPaysIsNamedOnlyIfToldSo() throws IOException {
        server.requesterPays("scenes");
        read(options(GcsServer.TOKEN).userProject("earth-123"), "gs://scenes/a.tif");
        assertThat(lastCall().header("x-goog-user-project")).isEqualTo("earth-123");
        assertThatThrownBy(() -> read(options(GcsServer.TOKEN), "gs://scenes/a.tif"))
                .hasMessageContaining("UserProjectMissing");
    }

    @Test
    void aRefusalSaysWhyButShowsNoToken() {
        assertThatThrownBy(() -> read(options("ya29.wrong-hunter2"), "gs://scenes/a.tif"))
                .hasMessageStartingWith("gs://scenes/a.tif may not be read")
                .hasMessageEndingWith("(status 401, InvalidToken)")
                .satisfies(failure -> {
                    for (Throwable each = failure; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain("hunter2");
                    }
                })
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_DENIED, StacGeneratorException::code);
    }

    @Test
    void withoutCredentialsTheMessageNamesTheWayToPublicBuckets() {
        GcsAccess access = new GcsAccess(
                () -> {
                    throw new IOException("Your default credentials were not found.\nMore");
                },
                null);
        GcsStorage storage = new GcsStorage(server.endpoint(), access, PublishedHrefs.GIVEN);
        assertThatThrownBy(() -> context().openHttp(storage.url(storage.parse("gs://scenes/a.tif")), "a", access))
                .hasMessageContaining("default credentials were not found.)")
                .hasMessageContaining("GS_NO_SIGN_REQUEST")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_DENIED, StacGeneratorException::code);
    }

    @Test
    void whatPassesIsTriedAgain() throws IOException {
        server.failNext(429, 503);
        read(options(GcsServer.TOKEN), "gs://scenes/a.tif");
        assertThat(server.calls()).extracting(ObjectServer.Call::status).containsExactly(429, 503, 206, 206);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            commentCharacter = '|',
            value = {
                "gs://scenes/a.tif#123",
                "gs://scenes/a.tif?generation=123",
                "gs://scenes/a.tif?x=1&generation=123&y"
            })
    void aGenerationIsPartOfTheHref(String href) throws IOException {
        read(options(GcsServer.TOKEN), href);
        assertThat(lastCall().target()).isEqualTo("/scenes/a.tif?generation=123");
        assertThat(resolver.publicHref(href)).isEqualTo("gs://scenes/a.tif?generation=123");
    }

    @Test
    void theUrlOfTheEndpointIsReadToo() throws IOException {
        String url = server.endpoint() + "/scenes/a.tif";
        read(options(GcsServer.TOKEN), url);
        assertThat(lastCall().status()).isEqualTo(206);
        assertThat(resolver.publicHref(url)).isEqualTo(url);
        assertThat(resolver.supports(server.endpoint() + "0/scenes/a.tif")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, gs://scenes/a%20b.tif, gs://scenes/a%20b.tif",
        "GS, gs://scenes/a b.tif, gs://scenes/a%20b.tif",
        "HTTPS, gs://scenes/a+b.tif, https://storage.googleapis.com/scenes/a%2Bb.tif"
    })
    void theFormOfPublishedHrefsIsChosen(PublishedHrefs form, String href, String expected) {
        GcsStorageResolver chosen = resolver(GcsOptions.builder().anonymous().publishedHrefs(form));
        assertThat(chosen.publicHref(href)).isEqualTo(expected);
        assertThat(chosen.publicHref(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "gs://Scenes/x.tif, is not the name of a bucket",
        "gs://../x.tif, is not the name of a bucket",
        "gs://scenes/%zz.tif, is not the path of an object",
        "gs://user:hunter2@scenes/x.tif, expected gs://bucket/object"
    })
    void malformedHrefsAreRefusedWithoutSecrets(String href, String reason) {
        assertThatThrownBy(() -> resolver.open(href, context()))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("hunter2")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.UNSUPPORTED_HREF, StacGeneratorException::code);
    }

    @Test
    void listsObjectsPageByPageWithoutFolders() throws IOException {
        List.of("2026/a b.tif", "2026/a+b.tif", "2026/c&d.tif", "2026/é.tif", "2026/z/", "2026/z/e.tif", "2027/x.tif")
                .forEach(name -> server.put("scenes", name, new byte[1]));
        try (Stream<String> listed = resolver.list("gs://scenes/2026/", context())) {
            assertThat(listed)
                    .containsExactly(
                            "gs://scenes/2026/a%20b.tif",
                            "gs://scenes/2026/a%2Bb.tif",
                            "gs://scenes/2026/c%26d.tif",
                            "gs://scenes/2026/z/e.tif",
                            "gs://scenes/2026/%C3%A9.tif");
        }
        assertThat(server.calls()).hasSize(2).allMatch(call -> call.status() == 200);
    }

    @ParameterizedTest
    @CsvSource({"401, ACCESS_DENIED", "403, ACCESS_DENIED", "404, NOT_FOUND", "501, STORAGE_UNAVAILABLE"})
    void whatCannotBeListedHasACode(int status, ErrorCode code) {
        server.failNext(status);
        assertThatThrownBy(() -> resolver.list("gs://scenes/2026/", context()).count())
                .hasMessageStartingWith("gs://scenes/2026/ ")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(code, StacGeneratorException::code);
    }

    @Test
    void aBucketOfFoldersIsListedInParts() {
        List.of("2026/a/x.tif", "2026/b/x.tif", "2026/b/y.tif", "2027/z.tif")
                .forEach(name -> server.put("scenes", name, new byte[1]));
        try (StacGenerator generator = StacGenerator.builder().install(resolver).build()) {
            assertThat(generator.split("gs://scenes/2026/"))
                    .containsExactly("gs://scenes/2026/a/", "gs://scenes/2026/b/");
            assertThat(generator.split("gs://scenes/2027/")).containsExactly("gs://scenes/2027/");
        }
    }

    @Test
    void theEnvironmentIsRead() {
        assertThat(Environment.options(Map.of("GS_NO_SIGN_REQUEST", "YES")).storage())
                .hasToString("GcsStorage[emulator=null, access=anonymous, published=GIVEN]");
        assertThat(Environment.options(Map.of("GS_USER_PROJECT", "earth-1", "STAC_GENERATOR_GCS_HREFS", "https"))
                        .storage())
                .hasToString("GcsStorage[emulator=null, access=with a token, project earth-1 pays, published=HTTPS]");
        assertThat(Environment.options(Map.of("STORAGE_EMULATOR_HOST", "gcs:4443"))
                        .storage())
                .hasToString("GcsStorage[emulator=http://gcs:4443, access=anonymous, published=GIVEN]");
        assertThatThrownBy(() -> Environment.options(Map.of("STAC_GENERATOR_GCS_HREFS", "s3")))
                .hasMessage("STAC_GENERATOR_GCS_HREFS is 's3', expected given, gs or https");
    }

    @Test
    void aTokenIsSentToNoHostThatMayBeOverheard() {
        assertThatThrownBy(() ->
                        GcsOptions.builder().endpoint("http://gcs.example.com").build())
                .hasMessageContaining("endpoint is not https");
        assertThatThrownBy(() ->
                        GcsOptions.builder().endpoint("https://u:hunter2@x").build())
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() ->
                        GcsOptions.builder().anonymous().userProject("earth").build())
                .hasMessageContaining("anonymous requests have no credentials");
    }
}
