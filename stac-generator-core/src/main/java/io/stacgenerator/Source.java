package io.stacgenerator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Who stands behind a request, and so what wins where the metadata contradict the data.
 *
 * @since 0.1.0
 */
public enum Source {
    /** Unattended ingest: what is measured in the data wins; metadata fill in what files do not say. */
    AUTOMATIC,
    /** A person curates: metadata win everywhere except {@code type}, {@code stac_version} and generated hrefs. */
    MANUAL;

    /**
     * Returns the name used in JSON.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
