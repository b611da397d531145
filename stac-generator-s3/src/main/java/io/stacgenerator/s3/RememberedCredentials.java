package io.stacgenerator.s3;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Remembers that a provider has no credentials: off EC2 it waits for a metadata service in vain, about a second each
 * time. Credentials are the provider's to keep. Thread-safe.
 */
final class RememberedCredentials implements AwsCredentialsProvider {

    /** On EC2 the metadata service may just have been busy, and a profile may be written while the process runs. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final AwsCredentialsProvider provider;
    private final InstantSource clock;
    private @Nullable SdkException failure;
    private Instant until = Instant.MIN;

    RememberedCredentials(AwsCredentialsProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        requireNoFailure();
        try {
            return provider.resolveCredentials();
        } catch (SdkException e) {
            remember(e);
            throw e;
        }
    }

    private synchronized void requireNoFailure() {
        if (failure != null && clock.instant().isBefore(until)) {
            throw failure;
        }
    }

    private synchronized void remember(SdkException e) {
        failure = e;
        until = clock.instant().plus(ASKED_AGAIN);
    }
}
