/** Reads assets and metadata from Amazon S3 and storages that speak like it, and publishes Items there. */
@SuppressWarnings("module") // the service is called S3
module io.stacgenerator.s3 {
    requires transitive io.stacgenerator;
    requires transitive software.amazon.awssdk.auth;
    requires static transitive org.jspecify;
    requires java.net.http;
    requires java.xml;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.auth.aws;
    requires software.amazon.awssdk.http.auth.spi;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.utils;

    exports io.stacgenerator.s3;

    provides io.stacgenerator.spi.StorageResolver with
            io.stacgenerator.s3.S3StorageResolver;
    provides io.stacgenerator.spi.sink.StorageTarget with
            io.stacgenerator.s3.S3StorageTarget;
}
