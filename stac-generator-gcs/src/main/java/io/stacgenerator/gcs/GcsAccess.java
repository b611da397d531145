package io.stacgenerator.gcs;

import com.google.auth.Credentials;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends tokens, which who makes them renews before they expire. Does not reveal them. Thread-safe. */
final class GcsAccess implements RequestSigner {

    private final @Nullable Source credentials;
    private final @Nullable String userProject;

    /**
     * Creates it.
     *
     * @param credentials who is asked for credentials; null to prove nothing
     * @param userProject the project that pays, where the bucket's owner does not; or null
     */
    GcsAccess(@Nullable Source credentials, @Nullable String userProject) {
        this.credentials = credentials;
        this.userProject = userProject;
    }

    /** Gives credentials, which may take some time. */
    @FunctionalInterface
    interface Source {

        Credentials credentials() throws IOException;
    }

    @Override
    public Map<String, String> sign(URI url, Map<String, String> headers) {
        Map<String, String> added = new LinkedHashMap<>();
        if (credentials != null) {
            metadata(credentials, url).forEach((name, values) -> added.put(name, values.get(0)));
        }
        if (userProject != null) {
            added.put("x-goog-user-project", userProject);
        }
        return added;
    }

    private static Map<String, List<String>> metadata(Source credentials, URI url) {
        try {
            return credentials.credentials().getRequestMetadata(url);
        } catch (IOException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED,
                    "no token for %s was got (%s): for a public bucket, set GS_NO_SIGN_REQUEST to YES"
                            .formatted(url.getHost(), firstLine(e)),
                    e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return (credentials == null ? "anonymous" : "with a token")
                + (userProject == null ? "" : ", project " + userProject + " pays");
    }
}
