package io.stacgenerator.internal.crs;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be told of a reference system from its well-known text: the identifier at its end, and its name. */
public final class WktCrs {

    private static final Pattern NAME = Pattern.compile("^\\s*[A-Z_0-9]+\\[\"([^\"]*)\"");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?:AUTHORITY|ID)\\[\"(EPSG|ESRI)\",\\s*\"?(\\d+)\"?\\]\\s*\\]\\s*$");
    private static final Pattern WKT2 = Pattern.compile("^\\s*(?:GEOGCRS|GEODCRS|PROJCRS|BOUNDCRS|COMPOUNDCRS|ENGCRS)");

    private WktCrs() {}

    /**
     * Reads a text.
     *
     * @param wkt the text
     * @return the system, or null where the text is none
     */
    public static @Nullable CrsDefinition of(String wkt) {
        Matcher name = NAME.matcher(wkt);
        if (!name.find()) {
            return null;
        }
        Matcher identifier = IDENTIFIER.matcher(wkt);
        String code = identifier.find() ? identifier.group(1) + ":" + identifier.group(2) : null;
        boolean local = wkt.contains("LOCAL_CS") || wkt.contains("ENGCRS");
        String wkt2 = WKT2.matcher(wkt).find() ? wkt : null;
        return CrsDefinition.builder()
                .code(code)
                .name(name.group(1))
                .wkt2(wkt2)
                .terrestrial(!local)
                .build();
    }
}
