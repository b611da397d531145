package io.stacgenerator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StoragePolicy;
import io.stacgenerator.internal.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service reads the folders of a bucket that it is told of, and nothing else of the endpoint. */
final class S3PolicyTest {

    private final S3Server server = new S3Server();

    @AfterEach
    void close() {
        server.close();
    }

    private Storage storage(PublishedHrefs form) {
        server.put("scenes", "open/a.tif", new byte[10]);
        server.put("scenes", "closed/a.tif", new byte[10]);
        StoragePolicy policy = StoragePolicy.builder()
                .prefixes("s3://scenes/open/")
                .privateAddresses(true)
                .build();
        return new Storage(
                List.of(new S3StorageResolver(
                        server.options().publishedHrefs(form).build())),
                policy);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBelowThePrefixIsReadAndListed(PublishedHrefs form) {
        Storage storage = storage(form);
        assertThat(storage.readAll("s3a://scenes/open/a.tif")).hasSize(10);
        assertThat(storage.list("s3://scenes/open/")).containsExactly("s3://scenes/open/a.tif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://scenes/closed/a.tif",
                "s3://scenes/open/../closed/a.tif",
                "s3://scenes/open/%2E%2E/closed/a.tif",
                "s3://scenes/open/..%2Fclosed/a.tif",
                "s3://scenes/open-too/a.tif",
                "s3://scenes2/open/a.tif",
                "s3://scenes",
                "s3://other/open/a.tif"
            })
    void whatIsElsewhereIsRefusedBeforeItIsAskedFor(String href) {
        Storage storage = storage(PublishedHrefs.GIVEN);
        assertThatThrownBy(() -> storage.readAll(href))
                .hasMessage("the storage policy refuses scheme 's3', allowed are https, s3://scenes/open/")
                .asInstanceOf(type(StacGeneratorException.class))
                .returns(ErrorCode.ACCESS_REFUSED, StacGeneratorException::code);
        assertThatThrownBy(() -> storage.list(href)).hasMessageContaining("refuses scheme 's3'");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void theUrlOfTheEndpointIsRefusedWhereHrefsArePublishedAsGiven() {
        assertThatThrownBy(() -> storage(PublishedHrefs.GIVEN).readAll(server.endpoint() + "/scenes/open/a.tif"))
                .hasMessageContaining("refuses scheme 'http'");
    }
}
