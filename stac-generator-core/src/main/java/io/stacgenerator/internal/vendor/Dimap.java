package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.Section;
import java.util.Map;

/** What both versions of DIMAP say of pixels, in members that they name differently. */
final class Dimap {

    private Dimap() {}

    /** Sets the special value that stands for no data. */
    static void nodata(Section said, String member, PartialAsset asset) {
        said.all("Special_Value")
                .filter(value -> value.text("SPECIAL_VALUE_TEXT").orElse("").equals("NODATA"))
                .findFirst()
                .flatMap(value -> Numbers.first(value, member))
                .ifPresent(nodata -> asset.set("nodata", nodata));
    }

    /** Scales a band to radiance. The gain divides: radiance = number / gain + bias. */
    static void radiance(Section said, String gain, String bias, Map<String, Object> band) {
        Numbers.first(said, gain).filter(divisor -> divisor != 0).ifPresent(divisor -> {
            band.put("raster:scale", 1 / divisor);
            band.put("raster:offset", Numbers.first(said, bias).orElse(0.0));
            band.put("unit", Units.RADIANCE);
        });
    }
}
