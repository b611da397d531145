package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlobHrefsTest {

    private static final BlobHrefs OF_ARCHIVE =
            new BlobHrefs(AzureOptions.builder().account("archive").build());
    private static final BlobHrefs OF_AZURITE = new BlobHrefs(AzureOptions.builder()
            .connectionString("UseDevelopmentStorage=true")
            .build());
    private static final BlobHrefs OF_NOBODY =
            new BlobHrefs(AzureOptions.builder().build());

    @ParameterizedTest
    @CsvSource({
        "az://c/p/a.tif, https://archive.blob.core.windows.net/c/p/a.tif",
        "AZ://c/a.tif, https://archive.blob.core.windows.net/c/a.tif",
        "abfs://c/a.tif, https://archive.blob.core.windows.net/c/a.tif",
        "az://c@other/a.tif, https://other.blob.core.windows.net/c/a.tif",
        "az://c@other.blob.core.windows.net/a.tif, https://other.blob.core.windows.net/c/a.tif",
        "abfs://c@other.dfs.core.windows.net/a.tif, https://other.blob.core.windows.net/c/a.tif",
        "abfss://c@other.dfs.core.windows.net/a.tif, https://other.blob.core.windows.net/c/a.tif",
        "wasb://c@other.blob.core.windows.net/a.tif, https://other.blob.core.windows.net/c/a.tif",
        "wasbs://c@other.blob.core.chinacloudapi.cn/a.tif, https://other.blob.core.chinacloudapi.cn/c/a.tif",
        "https://other.blob.core.windows.net/c/a.tif?sv=1&sig=x%2By, https://other.blob.core.windows.net/c/a.tif",
        "https://Other.DFS.core.windows.net/c/a.tif, https://other.blob.core.windows.net/c/a.tif",
        "http://other.blob.core.usgovcloudapi.net/c/a.tif, https://other.blob.core.usgovcloudapi.net/c/a.tif",
        "https://other.z07.blob.storage.azure.net/c/a.tif, https://other.z07.blob.storage.azure.net/c/a.tif",
        "https://other.blob.core.windows.net/in-root.tif, https://other.blob.core.windows.net/in-root.tif",
        "az://$web/a.tif, https://archive.blob.core.windows.net/%24web/a.tif",
        "az://c/with blank/ü.tif, https://archive.blob.core.windows.net/c/with%20blank/%C3%BC.tif",
        "az://c/with%20blank%2Ftif#part, https://archive.blob.core.windows.net/c/with%20blank%2Ftif",
        "az://c/a.tif?snapshot=2026-01-01T00:00:00Z&sig=x, https://archive.blob.core.windows.net/c/a.tif?snapshot=2026-01-01T00:00:00Z",
        "az://c/a.tif?sig=x&versionId=7, https://archive.blob.core.windows.net/c/a.tif?versionId=7"
    })
    void publishesTheUrlWithoutSignature(String href, String expected) {
        assertThat(OF_ARCHIVE.supports(href)).isTrue();
        assertThat(OF_ARCHIVE.parse(href).publicHref()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "az://c/a.tif, http://127.0.0.1:10000/devstoreaccount1/c/a.tif",
        "az://c@devstoreaccount1/a.tif, http://127.0.0.1:10000/devstoreaccount1/c/a.tif",
        "http://127.0.0.1:10000/devstoreaccount1/c/a.tif?sig=x, http://127.0.0.1:10000/devstoreaccount1/c/a.tif",
        "az://c@other/a.tif, https://other.blob.core.windows.net/c/a.tif"
    })
    void knowsThePathsOfAzurite(String href, String expected) {
        assertThat(OF_AZURITE.supports(href)).isTrue();
        assertThat(OF_AZURITE.parse(href).publicHref()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/c/a.tif",
                "https://evil.example/?x=.blob.core.windows.net/c/a.tif",
                "https://me:pw@other.blob.core.windows.net/c/a.tif",
                "https://other.blob.core.windows.net.evil.example/c/a.tif",
                "https://other.blob.core.windows.net:8443/c/a.tif",
                "https://other.file.core.windows.net/c/a.tif",
                "http://127.0.0.1:10000/otheraccount/c/a.tif",
                "http://127.0.0.1:10000/devstoreaccount12/c/a.tif",
                "s3://c/a.tif",
                "azure.tif",
                "/data/a.tif"
            })
    void leavesOtherHrefsToOthers(String href) {
        assertThat(OF_AZURITE.supports(href)).isFalse();
    }

    @Test
    void tellsNoSignatureOfItself() {
        assertThat(OF_ARCHIVE.parse("az://c/a.tif?sig=hunter2"))
                .hasToString("https://archive.blob.core.windows.net/c/a.tif");
    }

    @Test
    void ownDomainOfAccountsIsKnownWhereItIsSet() {
        BlobHrefs stack = new BlobHrefs(AzureOptions.builder()
                .account("archive")
                .endpointSuffix("stack.example")
                .build());
        assertThat(stack.parse("az://c/a.tif").publicHref()).isEqualTo("https://archive.blob.stack.example/c/a.tif");
        assertThat(stack.supports("https://other.blob.stack.example/c/a.tif")).isTrue();
        assertThat(OF_ARCHIVE.supports("https://other.blob.stack.example/c/a.tif"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "az://c/a.tif?sig=hunter2",
                "az:///a.tif?sig=hunter2",
                "az:c/a.tif?sig=hunter2",
                "az://c@evil.example/a.tif?sig=hunter2",
                "az://c@other.blob.core.windows.net.evil.example/a.tif?sig=hunter2",
                "az://c@other:443/a.tif?sig=hunter2",
                "abfss://c@other/100%.tif?sig=hunter2"
            })
    void saysWhatIsNotABlobWithoutItsSignature(String href) {
        assertThat(OF_NOBODY.supports(href)).isTrue();
        assertThatThrownBy(() -> OF_NOBODY.parse(href))
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("expected")
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED_HREF));
    }
}
