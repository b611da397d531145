package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.sas.BlobContainerSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against Azurite, with the key of its account and what is derived of it. */
@EnabledIfSystemProperty(
        named = Azurite.PROPERTY,
        matches = ".+",
        disabledReason = "the profile azurite sets the property " + Azurite.PROPERTY)
final class AzuriteTest extends StorageResolverContract {

    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

    private static Azurite azurite;
    private static BlobContainerClient container;
    private static String sas;
    private static String expired;

    private final AzureStorageResolver resolver = resolver(account().accountKey(Emulator.KEY));

    @BeforeAll
    static void start() throws IOException {
        azurite = Azurite.start();
        container = azurite.container("scenes", false);
        sas = sas(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        expired = sas(OffsetDateTime.now(ZoneOffset.UTC).minusHours(1));
    }

    @AfterAll
    static void stop() {
        azurite.close();
    }

    private static String sas(OffsetDateTime expiry) {
        BlobContainerSasPermission permission =
                new BlobContainerSasPermission().setReadPermission(true).setListPermission(true);
        return container.generateSas(new BlobServiceSasSignatureValues(expiry, permission));
    }

    private static AzureOptions.Builder account() {
        return AzureOptions.builder().account(Emulator.ACCOUNT).endpoint(azurite.endpoint());
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
        return put(container, name, content);
    }

    private static String put(BlobContainerClient container, String name, byte[] content) {
        container.getBlobClient(name).upload(BinaryData.fromBytes(content), true);
        String href = "az://%s/%s".formatted(container.getBlobContainerName(), name);
        return href.replace("%", "%25").replace("#", "%23").replace("?", "%3F");
    }

    @Override
    protected String missing() {
        return "az://scenes/missing.tif";
    }

    static Stream<AzureStorageResolver> resolversThatMayRead() {
        return Stream.of(
                resolver(account().accountKey(Emulator.KEY)),
                resolver(account().sasToken(sas)),
                resolver(AzureOptions.builder()
                        .connectionString("AccountName=%s;BlobEndpoint=%s;SharedAccessSignature=%s"
                                .formatted(Emulator.ACCOUNT, azurite.endpoint(), sas))),
                new AzureStorageResolver(Environment.options(Map.of(
                        "AZURE_STORAGE_CONNECTION_STRING",
                        "AccountName=%s;AccountKey=%s;BlobEndpoint=%s"
                                .formatted(Emulator.ACCOUNT, Emulator.KEY, azurite.endpoint())))));
    }

    @ParameterizedTest
    @MethodSource("resolversThatMayRead")
    void eachCredentialReadsAndLists(AzureStorageResolver resolver) throws IOException {
        String href = put("credentials/ü #1.tif", CONTENT);
        try (Stream<String> listed = resolver.list("az://scenes/credentials/", context())) {
            String only = listed.toList().get(0);
            assertThat(resolver.publicHref(only)).isEqualTo(resolver.publicHref(href));
            assertReads(resolver, only);
        }
    }

    @Test
    void signedUrlIsReadAndListedWithoutCredential() throws IOException {
        AzureStorageResolver anonymous = resolver(account().anonymous());
        put("signed/a.tif", CONTENT);
        assertReads(anonymous, azurite.endpoint() + "/scenes/signed/a.tif?" + sas);
        try (Stream<String> listed = anonymous.list(azurite.endpoint() + "/scenes/signed/?" + sas, context())) {
            assertThat(listed).containsExactly(azurite.endpoint() + "/scenes/signed/a.tif?" + sas);
        }
    }

    @Test
    void publicBlobIsReadWithoutCredential() throws IOException {
        String href = put(azurite.container("public", true), "a.tif", CONTENT);
        assertReads(resolver(account().anonymous()), href);
    }

    static Stream<AzureStorageResolver> resolversThatMayNotRead() {
        return Stream.of(
                resolver(account().accountKey("d3Jvbmc=")),
                resolver(account().sasToken(expired)),
                resolver(account().sasToken(sas.replaceFirst("sig=.{4}", "sig=AAAA"))));
    }

    @ParameterizedTest
    @MethodSource("resolversThatMayNotRead")
    void wrongCredentialIsDeniedAndNotRevealed(AzureStorageResolver resolver) {
        String href = put("denied.tif", CONTENT);
        denies(() -> resolver.open(href, context()));
        denies(() -> resolver.list("az://scenes/", context()).count());
    }

    @Test
    void privateBlobIsNotReadWithoutCredential() {
        String href = put("private.tif", CONTENT);
        assertThatThrownBy(() -> resolver(account().anonymous()).open(href, context()))
                .asInstanceOf(type(StacGeneratorException.class))
                .extracting(StacGeneratorException::code)
                .isIn(ErrorCode.NOT_FOUND, ErrorCode.ACCESS_DENIED);
    }

    private static void denies(ThrowingCallable action) {
        assertThatThrownBy(action)
                .hasMessageNotContaining("sig=")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_DENIED, StacGeneratorException::code);
    }

    private void assertReads(AzureStorageResolver resolver, String href) throws IOException {
        try (StorageObject object = resolver.open(href, context())) {
            assertThat(object.read(0, 10)).isEqualTo(ByteBuffer.wrap(CONTENT));
        }
    }
}
