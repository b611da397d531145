package io.stacgenerator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.ObjectServer;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Against a small server in the place of S3, which checks each signature. */
final class S3StorageResolverTest extends StorageResolverContract {

    private final S3Server server = new S3Server();
    private final S3StorageResolver resolver = resolver(server.options());

    @AfterEach
    void close() {
        server.close();
    }

    private static S3StorageResolver resolver(S3Options.Builder options) {
        return new S3StorageResolver(options.build());
    }

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) {
        server.put("scenes", name, content);
        return "s3://scenes/" + SdkHttpUtils.urlEncodeIgnoreSlashes(name);
    }

    @Override
    protected String missing() {
        return "s3://scenes/missing.tif";
    }

    private void read(S3Options.Builder options, String href) throws IOException {
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
        try (StorageObject object = resolver.open("s3://scenes/a.tif", context())) {
            object.read(0, 16_384);
            object.read(30_000, 1000);
        }
        assertThat(server.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.header("range")).isEqualTo("bytes=0-32767"));
    }

    @Test
    void eachRequestIsSigned() throws IOException {
        read(server.options(), "s3://scenes/a.tif");
        assertThat(server.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.header("authorization"))
                        .startsWith("AWS4-HMAC-SHA256 Credential=" + S3Server.KEY_ID));
    }

    @Test
    void theTokenOfTemporaryCredentialsIsSigned() throws IOException {
        server.expectToken();
        read(server.options().credentials(S3Server.KEY_ID, S3Server.SECRET, S3Server.TOKEN), "s3://scenes/a.tif");
        assertThat(lastCall().header("x-amz-security-token")).isEqualTo(S3Server.TOKEN);
    }

    @Test
    void anonymousRequestsCarryNoSignature() throws IOException {
        server.openToAll("scenes");
        read(S3Options.builder().endpoint(server.endpoint()).anonymous(), "s3://scenes/a.tif");
        assertThat(server.calls())
                .allSatisfy(call -> assertThat(call.headers())
                        .doesNotContainKeys("Authorization", "X-amz-date", "X-amz-content-sha256"));
    }

    @Test
    void theRequesterPaysOnlyIfToldSo() throws IOException {
        server.requesterPays("scenes");
        read(server.options().requesterPays(true), "s3://scenes/a.tif");
        assertThat(lastCall().header("x-amz-request-payer")).isEqualTo("requester");
        assertDenied(server.options(), "AccessDenied");
    }

    private void assertDenied(S3Options.Builder options, String code) {
        assertThatThrownBy(() -> read(options, "s3://scenes/a.tif"))
                .hasMessageContaining("s3://scenes/a.tif may not be read")
                .hasMessageEndingWith("(status 403, %s)".formatted(code))
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_DENIED, StacGeneratorException::code);
    }

    @Test
    void aRefusalSaysWhyButShowsNoKey() {
        assertDenied(server.options().credentials(S3Server.KEY_ID, "another", null), "SignatureDoesNotMatch");
        assertDenied(server.options().credentials("AKIDANOTHER", S3Server.SECRET, null), "InvalidAccessKeyId");
        assertDenied(S3Options.builder().endpoint(server.endpoint()).anonymous(), "AccessDenied");
        assertThatThrownBy(() -> read(
                        server.options().credentials("AKIDANOTHER", S3Server.SECRET, "t0ken"), "s3://scenes/a.tif"))
                .satisfies(S3StorageResolverTest::holdsNoSecret);
    }

    private static void holdsNoSecret(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("hunter2", "t0ken", "Signature=");
        }
    }

    @Test
    void withoutCredentialsTheMessageNamesTheWayToPublicBuckets() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials");
        };
        assertThatThrownBy(() -> read(server.options().credentials(none), "s3://scenes/a.tif"))
                .hasMessageContaining("no credentials were found")
                .hasMessageContaining("AWS_NO_SIGN_REQUEST")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_DENIED, StacGeneratorException::code);
    }

    @Test
    void theRegionOfABucketIsLearnedOnce() throws IOException {
        server.put("scenes", "a.tif", new byte[10]);
        S3StorageResolver abroad = resolver(server.options().region("us-east-1"));
        abroad.open("s3://scenes/a.tif", context()).close();
        abroad.open("s3://scenes/a.tif", context()).close();
        assertThat(server.calls()).extracting(ObjectServer.Call::status).containsExactly(400, 206, 206);
    }

    @Test
    void whatPassesIsTriedAgain() throws IOException {
        server.failNext(503, 500);
        read(server.options(), "s3://scenes/a.tif");
        assertThat(server.calls()).extracting(ObjectServer.Call::status).containsExactly(503, 500, 206, 206);
    }

    @Test
    void aVersionIsPartOfTheHref() throws IOException {
        read(server.options(), "s3a://scenes/a.tif?versionId=a/b&other=1#part");
        assertThat(lastCall().target()).isEqualTo("/scenes/a.tif?versionId=a%2Fb");
        assertThat(resolver.publicHref("s3a://scenes/a.tif?versionId=a/b"))
                .isEqualTo("s3://scenes/a.tif?versionId=a%2Fb");
    }

    @Test
    void theUrlOfTheEndpointIsSignedUnlessItIsAlready() throws IOException {
        String url = server.endpoint() + "/scenes/a.tif";
        assertThat(resolver.supports(url)).isTrue();
        assertThat(resolver.supports(url + "?X-Amz-Signature=ab")).isFalse();
        assertThat(resolver.supports(server.endpoint() + "0/scenes/a.tif")).isFalse();
        read(server.options(), url);
        assertThat(lastCall().status()).isEqualTo(206);
        assertThat(resolver.publicHref(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, s3://scenes/a%20b.tif, s3://scenes/a%20b.tif",
        "S3, s3n://scenes/a%20b.tif, s3://scenes/a%20b.tif",
        "HTTPS, s3://scenes/a%20b.tif, https://scenes.s3.eu-central-1.amazonaws.com/a%20b.tif",
        "HTTPS, s3://scenes.of.2026/a.tif, https://s3.eu-central-1.amazonaws.com/scenes.of.2026/a.tif",
        "HTTPS, s3://Scenes/+.tif, https://s3.eu-central-1.amazonaws.com/Scenes/%2B.tif"
    })
    void theFormOfPublishedHrefsIsChosen(PublishedHrefs form, String href, String expected) {
        S3StorageResolver chosen =
                resolver(S3Options.builder().anonymous().region("eu-central-1").publishedHrefs(form));
        assertThat(chosen.publicHref(href)).isEqualTo(expected);
        assertThat(chosen.publicHref(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://ab/x.tif, is not the name of a bucket",
        "s3://../x.tif, is not the name of a bucket",
        "s3://scenes/%zz.tif, is not the path of an object",
        "s3://user:hunter2@scenes/x.tif, expected s3://bucket/key"
    })
    void malformedHrefsAreRefusedWithoutSecrets(String href, String reason) {
        assertThatThrownBy(() -> resolver.open(href, context()))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("hunter2")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.UNSUPPORTED_HREF, StacGeneratorException::code);
    }

    @Test
    void listsKeysPageByPageWithoutFolders() throws IOException {
        List<String> keys = List.of("2026/a b.tif", "2026/a+b.tif", "2026/c&d.tif", "2026/é.tif", "2026/z/e.tif");
        keys.forEach(key -> server.put("scenes", key, new byte[1]));
        server.put("scenes", "2026/z/", new byte[0]);
        server.put("scenes", "2027/x.tif", new byte[1]);
        try (Stream<String> listed = resolver.list("s3://scenes/2026/", context())) {
            assertThat(listed)
                    .containsExactly(
                            "s3://scenes/2026/a%20b.tif",
                            "s3://scenes/2026/a%2Bb.tif",
                            "s3://scenes/2026/c%26d.tif",
                            "s3://scenes/2026/z/e.tif",
                            "s3://scenes/2026/%C3%A9.tif");
        }
        assertThat(server.calls()).hasSize(2).allMatch(call -> call.status() == 200);
    }

    @Test
    void pagesAreReadAsTheyAreWanted() throws IOException {
        for (int i = 0; i < 100; i++) {
            server.put("scenes", "s%03d.tif".formatted(i), new byte[1]);
        }
        try (Stream<String> listed = resolver.list("s3://scenes/", context())) {
            assertThat(listed.limit(4)).hasSize(4);
        }
        assertThat(server.calls()).hasSizeLessThan(4);
    }

    @ParameterizedTest
    @CsvSource({"403, ACCESS_DENIED", "404, NOT_FOUND", "501, STORAGE_UNAVAILABLE"})
    void whatCannotBeListedHasACode(int status, ErrorCode code) {
        server.failNext(status);
        assertThatThrownBy(() -> resolver.list("s3://scenes/2026/", context()).count())
                .hasMessageStartingWith("s3://scenes/2026/ ")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(code, StacGeneratorException::code);
    }

    @Test
    void aBucketOfFoldersIsListedInParts() {
        List.of("2026/a/x.tif", "2026/b/x.tif", "2026/b/y.tif", "2027/z.tif")
                .forEach(key -> server.put("scenes", key, new byte[1]));
        try (StacGenerator generator = StacGenerator.builder().install(resolver).build()) {
            assertThat(generator.split("s3://scenes/2026/"))
                    .containsExactly("s3://scenes/2026/a/", "s3://scenes/2026/b/");
            assertThat(generator.split("s3://scenes/2027/")).containsExactly("s3://scenes/2027/");
        }
    }

    @Test
    void nothingShowsTheKeys() {
        S3Options options = server.options()
                .credentials(S3Server.KEY_ID, S3Server.SECRET, S3Server.TOKEN)
                .build();
        S3Storage storage = new S3Storage(options);
        assertThat(options.access() + " " + storage.signer("scenes")).doesNotContain("hunter2", "t0ken");
    }
}
