package io.stacgenerator.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where buckets are.
 *
 * @param url the URL of a storage other than AWS, without slash at its end; null for AWS, by its regions
 * @param pathStyle whether the bucket is in the path rather than in the host
 */
record S3Endpoint(@Nullable String url, boolean pathStyle) {

    /** Other names are in no certificate as hosts, or are no hosts. */
    private static final String HOST_NAME = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";

    boolean isPathStyleFor(String bucket) {
        return pathStyle || !bucket.matches(HOST_NAME);
    }

    /** Returns the URL of a bucket, without slash at its end. */
    String bucket(String bucket, String region) {
        String base = url == null ? "https://s3.%s.%s".formatted(region, domain(region)) : url;
        return isPathStyleFor(bucket) ? base + "/" + bucket : base.replaceFirst("://", "://" + bucket + ".");
    }

    /** Returns the URL of an object. */
    String object(S3Href object, String region) {
        return bucket(object.bucket(), region) + "/" + object.path() + object.query();
    }

    /** Returns the same URL in another region. */
    URI moved(URI old, String bucket, String region) {
        URI base = URI.create(bucket(bucket, region));
        String query = old.getRawQuery() == null ? "" : "?" + old.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + old.getRawPath() + query);
    }

    /** The partitions of AWS that are on the internet; others have an endpoint set. */
    private static String domain(String region) {
        return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
