package io.stacgenerator.internal.downgrade;

import java.util.Map;

/** STAC 1.0.0 says {@code proprietary} for what 1.1.0 calls {@code other}. */
final class LicenseField {

    private LicenseField() {}

    static void downgrade(Map<String, Object> members) {
        members.replace("license", "other", "proprietary");
    }
}
