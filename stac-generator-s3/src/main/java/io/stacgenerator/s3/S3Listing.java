package io.stacgenerator.s3;

import io.stacgenerator.spi.HttpListing;
import io.stacgenerator.spi.StorageContext;
import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * The keys that start with a prefix (ListObjectsV2).
 *
 * @param delimiter a further parameter of the query, with its ampersand; empty for none
 */
record S3Listing(S3Storage storage, S3Href prefix, String delimiter) implements HttpListing.Pages {

    /** Returns the keys of objects. */
    static HttpListing keys(S3Storage storage, S3Href prefix, StorageContext context) {
        return new S3Listing(storage, prefix, "").over(context);
    }

    /** Returns the start of keys up to the next slash. */
    static HttpListing level(S3Storage storage, S3Href prefix, StorageContext context) {
        return new S3Listing(storage, prefix, "&delimiter=%2F").over(context);
    }

    private HttpListing over(StorageContext context) {
        return new HttpListing(context, storage.publicHref(prefix), storage.signer(prefix.bucket()), this);
    }

    @Override
    public URI url(@Nullable String token) {
        String continuation = token == null ? "" : "&continuation-token=" + SdkHttpUtils.urlEncode(token);
        String query = "list-type=2&encoding-type=url%s&prefix=%s%s"
                .formatted(delimiter, SdkHttpUtils.urlEncode(prefix.key()), continuation);
        return storage.bucketUrl(prefix.bucket(), query);
    }

    @Override
    public HttpListing.Page parse(ByteBuffer body) {
        return ListBucketResult.parse(body);
    }
}
