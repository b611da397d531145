package io.stacgenerator.azure;

import com.azure.storage.blob.BlobContainerClientBuilder;
import io.stacgenerator.spi.RequestSigner;
import java.util.Map;

/** What proves to Azure who asks. Does not reveal it. Thread-safe. */
interface AzureCredential {

    /** Proves nothing: for public containers, and for URLs that carry a signature. */
    AzureCredential ANONYMOUS = new AzureCredential() {};

    /** Decides the format of answers; the oldest that knows all that is used here. */
    Map<String, String> VERSION = Map.of("x-ms-version", "2021-12-02");

    /** Returns what a URL has to carry in its query, empty for nothing. */
    default String query() {
        return "";
    }

    /** Returns what signs the requests that read. */
    default RequestSigner signer() {
        return (url, headers) -> VERSION;
    }

    /** Gives the credential to a client that lists. */
    default void giveTo(BlobContainerClientBuilder client) {
        client.setAnonymousAccess();
    }
}
