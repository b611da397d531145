package io.stacgenerator.gcs;

import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The Application Default Credentials of the process; looked for on first use, until there are some. */
final class ProcessCredentials {

    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

    private static @Nullable Credentials found;

    private ProcessCredentials() {}

    static synchronized Credentials get() throws IOException {
        Credentials known = found;
        if (known == null) {
            known = GoogleCredentials.getApplicationDefault().createScoped(SCOPE);
            found = known;
        }
        return known;
    }
}
