package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoragePolicyTest {

    private static final StoragePolicy NOTHING = StoragePolicy.builder().build();

    @Test
    void openAllowsEverythingAndResolvesNoName() throws IOException {
        StoragePolicy open = StoragePolicy.open();
        open.checkScheme("whatever://a");
        assertThat(open.checkHost("no-such-host.invalid")).isEmpty();
        assertThat(open.checkPath(Path.of("no/such/file"))).isEqualTo(Path.of("no/such/file"));
        assertThat(open.metadataBytes()).isEqualTo(16 << 20);
        assertThat(open.requestBytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(open.requestTime()).isEmpty();
    }

    @Test
    void closedAllowsNothing() {
        refused(() -> NOTHING.checkScheme("http://example.com/a.tif"));
        refused(() -> NOTHING.checkScheme("/data/a.tif"));
        refused(() -> NOTHING.checkHost("example.com"))
                .hasMessage("the storage policy refuses host 'example.com', none is allowed");
        refused(() -> NOTHING.checkPath(Path.of("/etc/passwd")));
        refused(() -> NOTHING.checkPath(Path.of("/no/such/file")));
    }

    @Test
    void schemesReplaceHttps() {
        StoragePolicy policy = StoragePolicy.builder().schemes("S3", "az").build();
        policy.checkScheme("s3://bucket/a.tif");
        policy.checkScheme("AZ://container/a.tif");
        refused(() -> policy.checkScheme("https://example.com/a.tif"))
                .hasMessage("the storage policy refuses scheme 'https', allowed are s3, az");
    }

    @Test
    void rootsAllowFiles(@TempDir Path root) {
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        assertThatCode(() -> policy.checkScheme("a.tif")).doesNotThrowAnyException();
        assertThatCode(() -> policy.checkScheme("file:///a.tif")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, true",
        "EXAMPLE.com, true",
        "a.example.org, true",
        "a.b.example.org, true",
        "example.org, false",
        "evilexample.org, false",
        "example.com.evil, false",
        "a.example.com, false"
    })
    void hostsAreExactOrSuffixes(String host, boolean allowed) {
        StoragePolicy policy = StoragePolicy.builder()
                .hosts("Example.com", ".example.org")
                .privateAddresses(true)
                .build();
        if (allowed) {
            assertThatCode(() -> policy.checkHost(host)).doesNotThrowAnyException();
        } else {
            refused(() -> policy.checkHost(host)).hasMessageContaining("allowed are example.com, .example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "2130706433",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "169.254.169.254",
                "0",
                "0177.0.0.1",
                "017700000001",
                "10.010.0.1"
            })
    void privateAddressesAreRefusedHoweverTheyAreWritten(String host) {
        StoragePolicy policy = StoragePolicy.builder().hosts("*").build();
        refused(() -> policy.checkHost(host)).hasMessageContaining("does not lead to a public address");
    }

    @Test
    void publicAddressesAreReturnedForTheConnection() throws IOException {
        StoragePolicy policy = StoragePolicy.builder().hosts("*").build();
        assertThat(policy.checkHost("93.184.215.14")).containsExactly(InetAddress.getByName("93.184.215.14"));
    }

    @Test
    void filesInsideAreResolved(@TempDir Path root) throws IOException {
        Path file = Files.createFile(root.resolve("a.tif"));
        Files.createSymbolicLink(root.resolve("link.tif"), file);
        Files.createDirectory(root.resolve("x"));
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        assertThat(policy.checkPath(root.resolve("x/../link.tif"))).isEqualTo(file.toRealPath());
        assertThatThrownBy(() -> policy.checkPath(root.resolve("missing.tif"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void rootsMayBeLinks(@TempDir Path folder) throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path file = Files.createFile(real.resolve("a.tif"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        StoragePolicy policy = StoragePolicy.builder().roots(link).build();
        assertThat(policy.checkPath(link.resolve("a.tif"))).isEqualTo(file.toRealPath());
        assertThat(policy.checkPath(file)).isEqualTo(file.toRealPath());
    }

    @Test
    void whatIsOutsideIsRefusedWhetherItExistsOrNot(@TempDir Path root, @TempDir Path outside) throws IOException {
        Path secret = Files.createFile(outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("link"), secret);
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        for (Path path :
                new Path[] {secret, outside.resolve("missing"), root.resolve("link"), root.resolve("../x"), Path.of("/")
                }) {
            refused(() -> policy.checkPath(path))
                    .hasMessage("the storage policy refuses path '%s', which is not in a folder that may be read"
                            .formatted(path));
        }
    }

    @Test
    void siblingWithTheNameOfARootIsOutside(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectory(folder.resolve("data"));
        Path sibling = Files.createDirectory(folder.resolve("data2"));
        StoragePolicy policy = StoragePolicy.builder().roots(root).build();
        refused(() -> policy.checkPath(sibling));
    }

    @Test
    void limitsAreChecked() {
        StoragePolicy.Builder builder = StoragePolicy.builder();
        assertThatThrownBy(() -> builder.metadataBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metadataBytes is 0, expected at least 1");
        assertThatThrownBy(() -> builder.requestBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.requestTime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.roots(Path.of("/no/such/root"))).isInstanceOf(UncheckedIOException.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable action) {
        return assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        StacGeneratorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_REFUSED));
    }
}
