package io.stacgenerator.internal.stacapi;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A STAC API that has the Transaction extension. The target is the URL of its landing page; a query, such as a version
 * or a key, is sent with each call.
 *
 * <p>Options: {@code mode}, what becomes of an Item that is there already: {@code create-or-replace} (the default),
 * {@code create-or-skip}, or {@code create}, which refuses it; {@code batch}, how many Items a call has;
 * {@code connections}, how many calls are made at a time.
 */
public final class StacApiSink implements ItemSink {

    /** After the sinks that know a URL by its suffix. */
    private static final int LAST = 900;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Pauses pauses;

    /** Creates the sink. */
    public StacApiSink() {
        this(time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    StacApiSink(Pauses pauses) {
        this.pauses = pauses;
    }

    /** Waits for what a server has taken to be seen. */
    @FunctionalInterface
    interface Pauses {

        void pause(Duration time) throws InterruptedException;
    }

    @Override
    public String id() {
        return "stac-api";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public boolean supports(String target) {
        String scheme = Hrefs.scheme(target);
        return "http".equals(scheme) || "https".equals(scheme);
    }

    @Override
    public Set<String> options() {
        return StacApiOptions.NAMES;
    }

    @Override
    public boolean adds() {
        return true;
    }

    @Override
    public ItemWriter open(String target, SinkContext context) {
        StacApiOptions options = StacApiOptions.of(context.options());
        StacApi api = new StacApi(target, context, known, pauses);
        api.requireTransactions();
        context.options().collections().forEach(api::create);
        return new StacApiWriter(new Delivery(api, options.mode()), options, context);
    }
}
