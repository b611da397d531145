package io.stacgenerator.internal.gdal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gdal.gdal.MajorObject;

/** The metadata of datasets and bands. */
final class Metadata {

    private static final List<String> DOMAINS =
            List.of("IMAGERY", "IMAGE_STRUCTURE", "RPC", "GEOLOCATION", "EXIF", "ENVI", "HFA");

    private Metadata() {}

    /** Returns the items of a domain by name, the default one being the empty string. */
    static Map<String, String> domain(MajorObject object, String domain) {
        Map<?, ?> items = object.GetMetadata_Dict(domain);
        Map<String, String> byName = new TreeMap<>();
        items.forEach((name, value) -> byName.put(String.valueOf(name), String.valueOf(value)));
        return byName;
    }

    /** Returns the items of the default domain, and those of others with the domain and a colon in front. */
    static Map<String, String> of(MajorObject object) {
        Map<String, String> metadata = domain(object, "");
        for (String domain : DOMAINS) {
            domain(object, domain).forEach((name, value) -> metadata.put(domain + ":" + name, value));
        }
        return metadata;
    }
}
