package io.stacgenerator.internal.sink;

import io.stacgenerator.spi.sink.CollectionSummary;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Catalog or Collection that Items were added below, with the links to add. */
final class CatalogNode {

    /** A child by the path of its file below the root. */
    record Child(String rel, String type, String title) {}

    final String folder;
    final String id;
    final @Nullable CatalogNode parent;
    final Map<String, Child> children = new TreeMap<>();
    final @Nullable CollectionSummary summary;

    /** Whether one of its Items was there before, so that what is known of them does not hold any more. */
    boolean replaces;

    CatalogNode(String folder, String id, @Nullable CatalogNode parent, @Nullable CollectionSummary summary) {
        this.folder = folder;
        this.id = id;
        this.parent = parent;
        this.summary = summary;
    }

    boolean isCollection() {
        return summary != null;
    }

    String file() {
        return path(isCollection() ? "collection.json" : "catalog.json");
    }

    String path(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
