package io.stacgenerator.s3;

import io.stacgenerator.spi.RequestSigner;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs requests for one bucket, in the region that it turns out to have.
 *
 * @param bucket the name of the bucket
 * @param endpoint where it is
 * @param regions what is known of regions
 * @param access what proves who asks
 */
record S3Signer(String bucket, S3Endpoint endpoint, BucketRegions regions, S3Access access) implements RequestSigner {

    private static final byte[] NOTHING = new byte[0];
    private static final Pattern REGION = Pattern.compile("<Region>([^<]*)</Region>");

    @Override
    public Map<String, String> sign(URI url, Map<String, String> headers) {
        return access.sign("GET", url, Map.of(), NOTHING, regions.of(bucket));
    }

    /**
     * A bucket in another region answers 301 PermanentRedirect, one of the same endpoint 400
     * AuthorizationHeaderMalformed; both say which region is right.
     */
    @Override
    public Optional<URI> elsewhere(URI url, int status, HttpHeaders headers, String body) {
        if (status != 301 && status != 307 && status != 400) {
            return Optional.empty();
        }
        String region = headers.firstValue("x-amz-bucket-region").orElseGet(() -> regionOf(body));
        if (!BucketRegions.isRegion(region)) {
            return Optional.empty();
        }
        regions.learn(bucket, region);
        return Optional.of(endpoint.moved(url, bucket, region)).filter(moved -> status == 400 || !moved.equals(url));
    }

    /**
     * Returns what signs another request than one that reads.
     *
     * @param method the method
     * @param headers those of its headers that are to be signed too
     * @param body what is sent
     */
    RequestSigner of(String method, Map<String, String> headers, byte[] body) {
        return new RequestSigner() {
            @Override
            public Map<String, String> sign(URI url, Map<String, String> others) {
                return access.sign(method, url, headers, body, regions.of(bucket));
            }

            @Override
            public Optional<URI> elsewhere(URI url, int status, HttpHeaders answer, String text) {
                return S3Signer.this.elsewhere(url, status, answer, text);
            }
        };
    }

    private static String regionOf(String body) {
        Matcher region = REGION.matcher(body);
        return region.find() ? region.group(1) : "";
    }

    @Override
    public String toString() {
        return "AWS Signature Version 4 for " + bucket;
    }
}
