package io.stacgenerator.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.DefaultAzureCredentialBuilder;
import java.time.InstantSource;

/** The identity that the process has by its environment, where azure-identity is installed; made on first use. */
final class DefaultIdentity {

    /** Anonymous when azure-identity is not there. */
    static final AzureCredential INSTANCE = find();

    private DefaultIdentity() {}

    private static AzureCredential find() {
        try {
            return new Identity(credential(), InstantSource.system());
        } catch (NoClassDefFoundError e) {
            return AzureCredential.ANONYMOUS;
        }
    }

    static TokenCredential credential() {
        return new DefaultAzureCredentialBuilder().build();
    }
}
