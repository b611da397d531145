/** Reads assets and metadata from Google Cloud Storage, and publishes Items there. */
module io.stacgenerator.gcs {
    requires transitive com.google.auth;
    requires transitive io.stacgenerator;
    requires static transitive org.jspecify;
    requires com.google.auth.oauth2;
    requires com.google.gson;
    requires java.net.http;

    exports io.stacgenerator.gcs;

    provides io.stacgenerator.spi.StorageResolver with
            io.stacgenerator.gcs.GcsStorageResolver;
    provides io.stacgenerator.spi.sink.StorageTarget with
            io.stacgenerator.gcs.GcsStorageTarget;
}
