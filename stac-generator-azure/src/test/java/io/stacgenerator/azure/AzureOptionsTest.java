package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

final class AzureOptionsTest {

    private static final String ACCOUNT = "AZURE_STORAGE_ACCOUNT";
    private static final String KEY = "AZURE_STORAGE_ACCESS_KEY";
    private static final String TOKEN = "AZURE_STORAGE_ACCESS_TOKEN";
    private static final String SAS = "AZURE_STORAGE_SAS_TOKEN";
    private static final String NO_SIGN = "AZURE_NO_SIGN_REQUEST";
    private static final String CONNECTION = "AZURE_STORAGE_CONNECTION_STRING";

    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of(Map.of(ACCOUNT, "archive", TOKEN, "t", KEY, "a2V5"), Identity.class),
                Arguments.of(Map.of(ACCOUNT, "archive", KEY, "a2V5", NO_SIGN, "YES"), AccountKey.class),
                Arguments.of(
                        Map.of(ACCOUNT, "archive", NO_SIGN, "yes", SAS, "sig=x"), AzureCredential.ANONYMOUS.getClass()),
                Arguments.of(Map.of(ACCOUNT, "archive", SAS, "?sv=1&sig=x", NO_SIGN, "NO"), SasToken.class),
                Arguments.of(Map.of(ACCOUNT, "archive"), Identity.class),
                Arguments.of(Map.of(KEY, "a2V5"), Identity.class),
                Arguments.of(Map.of(NO_SIGN, "YES"), AzureCredential.ANONYMOUS.getClass()),
                Arguments.of(
                        Map.of(
                                CONNECTION,
                                "AccountName=archive;AccountKey=a2V5;EndpointSuffix=core.windows.net",
                                KEY,
                                "?"),
                        AccountKey.class),
                Arguments.of(
                        Map.of(
                                CONNECTION,
                                "BlobEndpoint=https://archive.blob.core.windows.net/;SharedAccessSignature=sv=1&sig=x%3D"),
                        SasToken.class));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void readsTheVariablesOfGdalInItsOrder(Map<String, String> variables, Class<?> credential) {
        assertThat(Environment.options(variables).credentialFor("archive")).isInstanceOf(credential);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void onlyAnIdentityIsForOtherAccounts(Map<String, String> variables, Class<?> credential) {
        assertThat(Environment.options(variables).credentialFor("other"))
                .isInstanceOf(credential == Identity.class ? Identity.class : AzureCredential.ANONYMOUS.getClass());
    }

    @Test
    void connectionStringOfAzuriteSaysEndpointAndAccount() {
        AzureOptions options = AzureOptions.builder()
                .connectionString("UseDevelopmentStorage=true;")
                .build();
        assertThat(options.endpoint()).isEqualTo("http://127.0.0.1:10000/devstoreaccount1");
        assertThat(options.account()).isEqualTo("devstoreaccount1");
        assertThat(options.credentialFor("devstoreaccount1")).isInstanceOf(AccountKey.class);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(
                        AzureOptions.builder().account("Not_A_Name"), "'Not_A_Name' is not the name of an account"),
                Arguments.of(AzureOptions.builder().sasToken("sig=hunter2"), "account is not set"),
                Arguments.of(AzureOptions.builder().endpoint("https://a.example"), "account is not set"),
                Arguments.of(archive().endpoint("http://archive.example"), "endpoint is not https"),
                Arguments.of(archive().endpoint("http://127.0.0.1.evil.example"), "endpoint is not https"),
                Arguments.of(archive().endpoint("https://archive.example/?sig=hunter2"), "endpoint is not https"),
                Arguments.of(archive().endpoint("hunter 2"), "endpoint is not https"),
                Arguments.of(
                        archive().sasToken("sig=hunter2").accountKey("hunter2"),
                        "[sasToken, accountKey] are set, expected one credential"),
                Arguments.of(archive().accountKey("hunter2!"), "the account key of 'archive' is not base64"),
                Arguments.of(archive().sasToken("hunter2"), "the SAS token has no parameter 'sig'"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesWhatContradictsItselfWithoutRevealingCredentials(AzureOptions.Builder options, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(options::build)
                .withMessageContaining(message)
                .withMessageNotContaining("hunter")
                .withNoCause();
    }

    @Test
    void refusesAMalformedConnectionStringWithoutRevealingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AzureOptions.builder().connectionString("AccountName=archive;hunter2"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void tellsNoCredentialOfItself() {
        assertThat(ConnectionString.parse("AccountName=archive;AccountKey=hunter2")
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void tokenIsUsedUntilItIsAboutToExpire() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Instant[] now = {Instant.parse("2026-11-25T10:00:00Z")};
        TokenCredential credential = request -> {
            assertThat(request.getScopes()).containsExactly("https://storage.azure.com/.default");
            OffsetDateTime hence = OffsetDateTime.parse("2026-11-25T11:00:00Z");
            return Mono.just(new AccessToken("t" + asked.incrementAndGet(), hence));
        };
        Identity identity = new Identity(credential, () -> now[0]);
        assertThat(authorization(identity)).isEqualTo("Bearer t1");
        now[0] = Instant.parse("2026-11-25T10:54:59Z");
        assertThat(authorization(identity)).isEqualTo("Bearer t1");
        now[0] = Instant.parse("2026-11-25T10:55:01Z");
        assertThat(authorization(identity)).isEqualTo("Bearer t2");
    }

    @Test
    void identityWithoutTokenIsDenied() {
        Identity identity =
                new Identity(request -> Mono.error(new IllegalStateException("nobody\nhere")), Instant::now);
        assertThatThrownBy(() -> authorization(identity))
                .hasMessageEndingWith(": nobody")
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }

    @Test
    void aTokenForAServiceGoesIntoItsHeaders() {
        EntraToken token = new EntraToken(
                request -> Mono.just(new AccessToken(request.getScopes().get(0), OffsetDateTime.MAX)),
                "https://geocatalog.spatial.azure.com/.default");
        assertThat(token.get())
                .containsExactly(Map.entry("Authorization", "Bearer https://geocatalog.spatial.azure.com/.default"));
    }

    private static AzureOptions.Builder archive() {
        return AzureOptions.builder().account("archive");
    }

    private static String authorization(AzureCredential credential) throws Exception {
        return credential
                .signer()
                .sign(URI.create("https://archive.blob.core.windows.net/c/a"), Map.of())
                .get("Authorization");
    }
}
