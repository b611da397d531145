package io.stacgenerator.internal.sink;

import io.stacgenerator.spi.sink.CollectionSummary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the Items of Collections amounted to when their documents were written, so that a worker that publishes one Item
 * after the other does not read all of them again each time. Thread-safe.
 */
final class EarlierItems {

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String document, Map<String, Object> summary) {}

    /** Returns the summary; empty when the document is not the one that was written. */
    Optional<Map<String, Object>> known(String href, String document) {
        return Optional.ofNullable(known.get(href))
                .filter(one -> one.document().equals(document))
                .map(Known::summary);
    }

    void put(String href, String document, CollectionSummary summary) {
        known.put(href, new Known(document, summary.toMap()));
    }
}
