package io.stacgenerator.internal.sink;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.util.Set;

/**
 * A static catalog in a folder: a root Catalog, a Collection in a folder of its own, its Items below it.
 *
 * <p>Options: {@code id}, {@code title} and {@code description} of the root; {@code hrefs} of links, {@code relative},
 * {@code published} (relative, with one {@code self} at the root) or {@code absolute}; {@code url}, where the catalog
 * is published, for the latter two; {@code layout} of Items, {@code flat} or {@code folders}; {@code subcatalogs}, such
 * as <code>{year}/{month}</code>; {@code asset-hrefs}, {@code given}, {@code relative} to the Item, or a prefix that
 * stands before the name of each file; {@code mirror}, {@code parquet} for a table of the Items of each Collection.
 */
public final class CatalogSink implements ItemSink {

    private final EarlierItems earlierItems = new EarlierItems();

    @Override
    public String id() {
        return "catalog";
    }

    @Override
    public boolean supports(String target) {
        return Hrefs.scheme(target) == null && target.endsWith("/");
    }

    @Override
    public Set<String> options() {
        return CatalogOptions.NAMES;
    }

    @Override
    public boolean adds() {
        return true;
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        return new CatalogWriter(target, CatalogOptions.of(context.options()), context, earlierItems);
    }
}
