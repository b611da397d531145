package io.stacgenerator.azure;

import com.azure.storage.blob.BlobContainerClientBuilder;

/** A shared access signature: parameters of the query. */
final class SasToken implements AzureCredential {

    private final String query;

    /** Takes the parameters, with or without the question mark that the portal shows before them. */
    SasToken(String token) {
        query = token.startsWith("?") ? token.substring(1) : token;
        if (!isSigned(query)) {
            throw new IllegalArgumentException("the SAS token has no parameter 'sig'");
        }
    }

    static boolean isSigned(String query) {
        return ("&" + query).contains("&sig=");
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public void giveTo(BlobContainerClientBuilder client) {
        client.sasToken(query);
    }
}
