/** Reads assets and metadata from Azure Blob Storage, and publishes Items there. */
module io.stacgenerator.azure {
    requires transitive com.azure.core;
    requires transitive io.stacgenerator;
    requires static transitive org.jspecify;
    requires static com.azure.identity;
    requires com.azure.core.http.jdk.httpclient;
    requires com.azure.storage.blob;
    requires java.net.http;

    exports io.stacgenerator.azure;

    provides io.stacgenerator.spi.StorageResolver with
            io.stacgenerator.azure.AzureStorageResolver;
    provides io.stacgenerator.spi.sink.StorageTarget with
            io.stacgenerator.azure.AzureStorageTarget;
}
