package io.stacgenerator.internal.storage;

import io.stacgenerator.internal.storage.object.Failures;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The hrefs that a resolver lists; what fails on the way has a code and no credentials. */
final class Listing implements Iterator<String> {

    private final String prefix;
    private final Iterator<String> hrefs;

    private Listing(String prefix, Iterator<String> hrefs) {
        this.prefix = prefix;
        this.hrefs = hrefs;
    }

    /** Guards a listing of a prefix, which messages show in its public form. */
    static Stream<String> of(String prefix, Stream<String> hrefs) {
        Listing listing = new Listing(prefix, hrefs.iterator());
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listing, traits), false)
                .onClose(hrefs::close);
    }

    @Override
    public boolean hasNext() {
        return Failures.translate(prefix, hrefs::hasNext);
    }

    @Override
    public String next() {
        return Failures.translate(prefix, hrefs::next);
    }
}
