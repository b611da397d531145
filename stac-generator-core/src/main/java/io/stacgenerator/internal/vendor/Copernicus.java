package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all products of the Copernicus Sentinels share. */
final class Copernicus {

    private Copernicus() {}

    static void terms(PartialItem item) {
        item.set("license", "other");
        item.link(
                "license",
                "https://sentinel.esa.int/documents/247904/690755/Sentinel_Data_Legal_Notice",
                "Legal notice on the use of Copernicus Sentinel data",
                "application/pdf");
        item.provider("ESA", "https://earth.esa.int/web/guest/home", "producer", "processor", "licensor");
    }

    /** Returns longitude and latitude in turn; a list of positions has the latitude of each first. */
    static List<String> ordinates(Optional<String> positionList) {
        List<String> positions = positionList.stream()
                .flatMap(list -> Stream.of(list.split("\\s+")))
                .toList();
        List<String> ordinates = new ArrayList<>();
        for (int i = 0; i + 1 < positions.size(); i += 2) {
            ordinates.add(positions.get(i + 1));
            ordinates.add(positions.get(i));
        }
        return ordinates;
    }
}
