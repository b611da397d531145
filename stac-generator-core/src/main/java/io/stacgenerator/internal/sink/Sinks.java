package io.stacgenerator.internal.sink;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.spi.Service;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.sink.ApiCall;
import io.stacgenerator.spi.sink.ApiReply;
import io.stacgenerator.spi.sink.CollectionSummary;
import io.stacgenerator.spi.sink.ItemSink;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives each target to its sink. Thread-safe. */
public final class Sinks {

    private final List<ItemSink> sinks;
    private final TargetFiles files;
    private final Caller caller;
    private final List<Field> fields;
    private final Supplier<CollectionSummary> summaries;

    /** Calls services, as {@link io.stacgenerator.spi.sink.SinkContext#call} says. */
    @FunctionalInterface
    public interface Caller {

        /**
         * Calls a service.
         *
         * @param call what is asked
         * @param headers is asked for headers for each attempt
         * @return the answer
         */
        ApiReply call(ApiCall call, Supplier<Map<String, String>> headers);
    }

    /**
     * Creates it.
     *
     * @param sinks the sinks in the order in which they are asked
     * @param files the files that sinks write
     * @param caller calls services
     * @param fields the fields that are known
     * @param summaries makes a summary of Items
     */
    public Sinks(
            List<ItemSink> sinks,
            TargetFiles files,
            Caller caller,
            List<Field> fields,
            Supplier<CollectionSummary> summaries) {
        this.sinks = List.copyOf(sinks);
        this.files = files;
        this.caller = caller;
        this.fields = List.copyOf(fields);
        this.summaries = summaries;
    }

    /**
     * Opens a target.
     *
     * @param target where Items go
     * @param options how
     * @return a writer
     * @throws StacGeneratorException with {@code INVALID_TARGET} when no sink writes there or an option is not known,
     *     or as {@link ItemSink#open} says
     */
    public ItemWriter open(String target, SinkOptions options) {
        ItemSink sink = sink(target, options);
        Map<String, String> values = values(sink, options);
        checkNames(sink, values);
        boolean named = prefixed(target).filter(sink::equals).isPresent();
        String bare = named ? target.substring(sink.id().length() + 1) : target;
        return sink.open(bare, new TargetContext(options.withValues(values), this, files, caller, fields, summaries));
    }

    /**
     * Refuses a target that Items cannot be added to one by one.
     *
     * @param target where Items go
     * @param options how
     * @throws StacGeneratorException with {@code INVALID_TARGET}
     */
    public void requireAdding(String target, SinkOptions options) {
        ItemSink sink = sink(target, options);
        if (!sink.adds()) {
            throw invalid("%s is written as a whole by sink %s, expected a target that items can be added to: %s"
                    .formatted(
                            Secrets.published(target),
                            sink.id(),
                            ids(sinks.stream().filter(ItemSink::adds))));
        }
    }

    private ItemSink sink(String target, SinkOptions options) {
        return options.format()
                .map(this::named)
                .or(() -> prefixed(target))
                .or(() -> sinks.stream().filter(one -> one.supports(target)).findFirst())
                .orElseThrow(
                        () -> invalid("no sink writes to %s: expected FORMAT:TARGET with one of %s, or a known suffix"
                                .formatted(Secrets.published(target), ids(sinks.stream()))));
    }

    private Optional<ItemSink> prefixed(String target) {
        return sinks.stream().filter(sink -> target.startsWith(sink.id() + ":")).findFirst();
    }

    private ItemSink named(String format) {
        return sinks.stream()
                .filter(sink -> sink.id().equals(format))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "no sink has the format '%s', expected one of %s".formatted(format, ids(sinks.stream()))));
    }

    private static String ids(Stream<ItemSink> sinks) {
        return sinks.map(Service::id).collect(Collectors.joining(", "));
    }

    /** Options may be for one of several targets: they have the id of its sink before them. */
    private Map<String, String> values(ItemSink sink, SinkOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        options.values().forEach((name, value) -> {
            Optional<ItemSink> only = sinks.stream()
                    .filter(one -> name.startsWith(one.id() + "."))
                    .findFirst();
            if (only.isEmpty()) {
                values.put(name, value);
            } else if (only.get().equals(sink)) {
                values.put(name.substring(sink.id().length() + 1), value);
            }
        });
        return values;
    }

    private static void checkNames(ItemSink sink, Map<String, String> values) {
        for (String name : values.keySet()) {
            if (!sink.options().contains(name)) {
                throw invalid("sink %s has no option '%s', expected %s"
                        .formatted(
                                sink.id(),
                                name,
                                sink.options().isEmpty()
                                        ? "none"
                                        : "one of " + String.join(", ", new TreeSet<>(sink.options()))));
            }
        }
    }

    static StacGeneratorException invalid(String message) {
        return new StacGeneratorException(ErrorCode.INVALID_TARGET, message);
    }

    static StacGeneratorException refused(String message) {
        return new StacGeneratorException(ErrorCode.ITEM_REFUSED, message);
    }
}
