package io.stacgenerator.s3;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/** The credentials and the region that the process has by its environment; looked for on first use. */
final class ProcessDefaults {

    private static final String FIRST_REGION = "us-east-1";

    private ProcessDefaults() {}

    private static final class Chain {

        static final RememberedCredentials PROVIDER =
                new RememberedCredentials(DefaultCredentialsProvider.builder().build(), InstantSource.system());

        private Chain() {}
    }

    private static final class Profile {

        static final String REGION = find();

        private Profile() {}

        private static String find() {
            try {
                @Nullable Region region = new AwsProfileRegionProvider().getRegion();
                return region == null ? FIRST_REGION : region.id();
            } catch (SdkException e) {
                return FIRST_REGION; // no profile, or none that has a region
            }
        }
    }

    static AwsCredentials credentials() {
        return Chain.PROVIDER.resolveCredentials();
    }

    static String region() {
        return Profile.REGION;
    }
}
