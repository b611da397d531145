package io.stacgenerator;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The versions of STAC that Items can be written in.
 *
 * @since 0.1.0
 */
public enum StacVersion {
    /** STAC 1.0.0 with the extensions of its time, by a downgrade of the 1.1.0 Item. */
    V1_0_0("1.0.0"),
    /** STAC 1.1.0. */
    V1_1_0("1.1.0");

    private final String text;

    StacVersion(String text) {
        this.text = text;
    }

    /**
     * Returns the value of {@code stac_version}.
     *
     * @return such as {@code 1.1.0}
     */
    @JsonValue
    public String text() {
        return text;
    }
}
