package io.stacgenerator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

final class RememberedCredentialsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger asked = new AtomicInteger();
    private boolean there;
    private final RememberedCredentials credentials = new RememberedCredentials(this::ask, now::get);

    private AwsCredentials ask() {
        asked.incrementAndGet();
        if (!there) {
            throw SdkClientException.create("no metadata service");
        }
        return AwsBasicCredentials.create("id", "secret");
    }

    @Test
    void whereThereAreNoneTheyAreLookedForOnceAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(credentials::resolveCredentials).isInstanceOf(SdkClientException.class);
        }
        assertThat(asked).hasValue(1);

        there = true;
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("id");
    }

    @Test
    void thoseThatAreThereAreAskedForEachTime() {
        there = true;
        credentials.resolveCredentials();
        credentials.resolveCredentials();
        assertThat(asked).hasValue(2);
    }
}
