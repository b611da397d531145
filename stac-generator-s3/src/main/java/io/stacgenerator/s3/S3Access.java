package io.stacgenerator.s3;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests by AWS Signature Version 4, with credentials that are asked for each time: who keeps them knows when
 * they expire. Does not reveal them. Thread-safe.
 */
final class S3Access {

    private final @Nullable AwsCredentialsProvider credentials;
    private final boolean requesterPays;

    /** Made on first use: a process that reads nothing of S3 loads nothing of the SDK. */
    private static final class Signer {

        static final AwsV4HttpSigner INSTANCE = AwsV4HttpSigner.create();

        private Signer() {}
    }

    /**
     * Creates it.
     *
     * @param credentials who is asked for credentials; null to sign nothing
     * @param requesterPays whether requests may cost who asks
     */
    S3Access(@Nullable AwsCredentialsProvider credentials, boolean requesterPays) {
        this.credentials = credentials;
        this.requesterPays = requesterPays;
    }

    /**
     * Returns the headers that a request has to carry besides its own.
     *
     * @param method the method
     * @param url the URL, as it will be requested
     * @param headers those that are to be signed too
     * @param body what is sent
     * @param region the region that the signature is for
     */
    Map<String, String> sign(String method, URI url, Map<String, String> headers, byte[] body, String region) {
        if (credentials == null) {
            return Map.of();
        }
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(url);
        headers.forEach(request::putHeader);
        if (requesterPays) {
            request.putHeader("x-amz-request-payer", "requester");
        }
        AwsCredentialsIdentity identity = identity(credentials, url);
        SignedRequest signed = Signer.INSTANCE.sign(sign -> sign.identity(identity)
                .request(request.build())
                .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
        Map<String, String> added = new LinkedHashMap<>();
        signed.request().forEachHeader((name, values) -> added.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        // The client sends it by itself, and lets nobody else do so.
        added.remove("host");
        return added;
    }

    private static AwsCredentialsIdentity identity(AwsCredentialsProvider credentials, URI url) {
        try {
            return credentials.resolveCredentials();
        } catch (SdkException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED,
                    "no credentials were found to sign a request to %s: for a public bucket, set AWS_NO_SIGN_REQUEST to YES"
                            .formatted(url.getHost()),
                    e);
        }
    }

    @Override
    public String toString() {
        return credentials == null ? "anonymous" : requesterPays ? "signed, requester pays" : "signed";
    }
}
