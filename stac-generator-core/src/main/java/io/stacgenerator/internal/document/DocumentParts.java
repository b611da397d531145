package io.stacgenerator.internal.document;

import io.stacgenerator.StacDocument;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.model.JsonValues;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one file: each feature of a FeatureCollection as it is read, each of a list of Collections, or the
 * one that the file is.
 */
final class DocumentParts extends Spliterators.AbstractSpliterator<StacDocument> {

    private static final String FEATURES = "features";
    private static final Set<String> COLLECTION_OF_FEATURES = Set.of("", "FeatureCollection");

    private final String href;
    private final Bounded bounded;
    private final Iterator<Map.Entry<String, Object>> members;
    private final Map<String, Object> whole = new LinkedHashMap<>();
    private @Nullable Iterator<Object> collections;
    private int number;
    private boolean ended;

    /**
     * Begins to read.
     *
     * @param href the file, for messages
     * @param text its content
     * @param limit the most bytes that one document has
     */
    DocumentParts(String href, InputStream text, long limit) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.href = href;
        bounded = new Bounded(text, limit);
        members = JsonText.members(
                bounded,
                name -> name.equals(FEATURES) && COLLECTION_OF_FEATURES.contains(type()),
                AssetBudget::element);
    }

    private String type() {
        return JsonValues.string(whole.get("type")).orElse("");
    }

    @Override
    public boolean tryAdvance(Consumer<? super StacDocument> action) {
        StacDocument next = ended ? collection() : read();
        if (next != null) {
            action.accept(next);
        }
        return next != null;
    }

    private @Nullable StacDocument read() {
        try {
            while (members.hasNext()) {
                Map.Entry<String, Object> member = members.next();
                if (member.getKey().equals(FEATURES) && !(member.getValue() instanceof List)) {
                    bounded.renew();
                    return part(member.getValue());
                }
                whole.put(member.getKey(), member.getValue());
            }
        } catch (IllegalArgumentException | TooLarge e) {
            ended = true; // what follows cannot be told apart
            return Documents.unread(href, "the document is " + e.getMessage());
        }
        ended = true;
        return end();
    }

    private @Nullable StacDocument end() {
        List<Object> listed = JsonValues.elements(whole.get("collections"));
        if (type().isEmpty() && number == 0 && !listed.isEmpty()) {
            collections = listed.iterator();
            return collection();
        }
        return type().equals("FeatureCollection") ? null : new StacDocument(href, whole, List.of());
    }

    private @Nullable StacDocument collection() {
        return collections != null && collections.hasNext() ? part(collections.next()) : null;
    }

    private StacDocument part(Object value) {
        number++;
        Map<String, Object> members = JsonValues.members(value);
        String place = href + ":" + number;
        return members.isEmpty()
                ? Documents.unread(place, "is not an object")
                : new StacDocument(place, members, List.of());
    }

    /** A document that is larger than one may be. */
    private static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("larger than %d bytes, the limit metadataBytes of the storage policy".formatted(limit));
        }
    }

    /** Bytes up to a limit, which begins anew with each document. */
    private static final class Bounded extends FilterInputStream {

        private final long limit;
        private long read;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        void renew() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw new TooLarge(limit);
            }
        }
    }
}
