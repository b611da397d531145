package io.stacgenerator.internal.vendor;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code *_meta.json} of OpenAerialMap (Open Imagery Network, metadata specification). */
public final class OpenAerialMap implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> OpenAerialMap.class.getResourceAsStream("openaerialmap.txt"));
    private static final Pattern RING = Pattern.compile("\\s*POLYGON\\s*\\(\\(([^()]+)\\)\\)\\s*");
    private static final Pattern ORDINATE = Pattern.compile("[-+.\\deE]+");

    /** Images whose reference system is in degrees are told in degrees, against the specification. */
    private static final double SHORTEST_METERS = 1e-3;

    @Override
    public String id() {
        return "openaerialmap";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        item.id(said.text("uuid").map(href -> Hrefs.fileName(href).replaceFirst("\\.\\w+$", "")));
        item.set("title", said.text("title"));
        item.acquired(
                Optional.empty(),
                said.text("acquisition_start").map(PartialItem::utc),
                said.text("acquisition_end").map(PartialItem::utc));
        item.set("created", said.text("uploaded_at").map(PartialItem::utc));
        item.set("gsd", Numbers.first(said, "gsd").filter(meters -> meters >= SHORTEST_METERS));
        item.set("platform", said.text("platform").map(PartialItem::lowerCase));
        item.set("instruments", said.text("sensor").map(List::of));
        GeospatialRecord.license(said.texts("license").toList(), item);
        said.text("provider").ifPresent(name -> item.provider(name, "", "producer"));
        item.provider("OpenAerialMap", "https://openaerialmap.org/", "host");
        said.text("footprint")
                .map(RING::matcher)
                .filter(Matcher::matches)
                .map(ring -> ORDINATE.matcher(ring.group(1))
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .ifPresent(item::outline);
        item.assets("", List.of());
    }
}
