package io.stacgenerator.s3;

import io.stacgenerator.spi.HttpListing;
import io.stacgenerator.spi.StorageContext;
import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** The keys that start with a prefix (ListObjectsV2). */
record S3Listing(S3Storage storage, S3Href prefix) implements HttpListing.Pages {

    HttpListing over(StorageContext context) {
        return new HttpListing(context, storage.publicHref(prefix), storage.signer(prefix.bucket()), this);
    }

    @Override
    public URI url(String delimiter, @Nullable String token) {
        String level = delimiter.isEmpty() ? "" : "&delimiter=" + SdkHttpUtils.urlEncode(delimiter);
        String continuation = token == null ? "" : "&continuation-token=" + SdkHttpUtils.urlEncode(token);
        String query = "list-type=2&encoding-type=url%s&prefix=%s%s"
                .formatted(level, SdkHttpUtils.urlEncode(prefix.key()), continuation);
        return storage.bucketUrl(prefix.bucket(), query);
    }

    @Override
    public HttpListing.Page parse(ByteBuffer body) {
        return ListBucketResult.parse(body);
    }

    @Override
    public String href(String name) {
        return storage.given(prefix.sibling(name));
    }
}
