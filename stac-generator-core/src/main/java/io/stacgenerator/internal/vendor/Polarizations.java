package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Channels of radar images whose asset keys are their polarizations. */
final class Polarizations {

    private static final Pattern KEY = Pattern.compile("[hvc][hv]");

    private Polarizations() {}

    static void channel(PartialAsset asset) {
        if (KEY.matcher(asset.file().key()).matches()) {
            String polarization = asset.file().key().toUpperCase(Locale.ROOT);
            asset.members().putIfAbsent("title", polarization);
            asset.set("sar:polarizations", List.of(polarization));
            asset.set("bands", List.of(Map.of("name", polarization)));
        }
    }
}
