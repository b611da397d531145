package io.stacgenerator;

import io.stacgenerator.model.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the options that a request carries. */
final class OptionsJson {

    /** The options that a request may carry; those that need an object of Java are the caller's alone. */
    static final List<String> NAMES = List.of(
            "datetime",
            "datetimeFallback",
            "statistics",
            "footprint",
            "footprintDeviation",
            "footprintPositions",
            "stacVersion",
            "checksum",
            "remoteSideFiles",
            "thumbnail",
            "strict",
            "properties",
            "parameters");

    private final GenerationOptions.Builder options;
    private final List<Fault> faults;
    private final RequestMembers members;

    private OptionsJson(GenerationOptions.Builder options, List<Fault> faults) {
        this.options = options;
        this.faults = faults;
        this.members = new RequestMembers("/options", faults);
    }

    /** Adds the faults of options. */
    static void check(Map<String, ?> json, List<Fault> faults) {
        OptionsJson reader = new OptionsJson(GenerationOptions.builder(), faults);
        json.forEach(reader::member);
    }

    /**
     * Returns the options that hold for a request: its own, else those that are given.
     *
     * @param allowed the names of those that it may carry
     * @throws StacGeneratorException with {@code INVALID_REQUEST} when it carries others
     */
    static GenerationOptions of(GenerationRequest request, GenerationOptions others, Set<String> allowed) {
        if (request.options().isEmpty()) {
            return others;
        }
        List<Fault> faults = new ArrayList<>();
        Set<String> possible = possible(allowed, others);
        request.options().keySet().stream()
                .filter(name -> !possible.contains(name))
                .forEach(name -> faults.add(refused(name, possible)));
        GenerationOptions.Builder options = others.toBuilder();
        request.options().forEach(new OptionsJson(options, faults)::member);
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "invalid request", faults);
        }
        return options.build();
    }

    /** A thumbnail needs a folder, which no request may choose. */
    private static Set<String> possible(Set<String> allowed, GenerationOptions others) {
        Set<String> possible = new HashSet<>(allowed);
        if (others.thumbnailFolder().isEmpty()) {
            possible.remove("thumbnail");
        }
        return possible;
    }

    private static Fault refused(String name, Set<String> allowed) {
        return new Fault(
                JsonPointer.to("/options", name),
                "may not be set by a request here, allowed are: "
                        + NAMES.stream().filter(allowed::contains).collect(Collectors.joining(", ")));
    }

    private void member(String name, @Nullable Object value) {
        switch (name) {
            case "datetime" -> members.string(name, value, checked(name, options::datetimeOrRange));
            case "datetimeFallback" -> choice(name, value, DatetimeFallback.values(), options::datetimeFallback);
            case "statistics" -> choice(name, value, StatisticsMode.values(), options::statistics);
            case "footprint" -> choice(name, value, FootprintMode.values(), options::footprint);
            case "footprintDeviation" ->
                members.number(name, value, checked(name, number -> options.footprintDeviation(number.doubleValue())));
            case "footprintPositions" ->
                members.number(name, value, checked(name, number -> options.footprintPositions(whole(number))));
            case "stacVersion" -> members.string(name, value, this::version);
            case "checksum" -> members.flag(name, value, options::checksum);
            case "remoteSideFiles" -> members.flag(name, value, options::remoteSideFiles);
            case "thumbnail" -> members.number(name, value, checked(name, number -> options.thumbnail(whole(number))));
            case "strict" -> members.flag(name, value, options::strict);
            case "properties" -> members.object(name, value, all -> all.forEach(this::property));
            case "parameters" -> members.object(name, value, this::parameters);
            default ->
                members.fault(name, "is not an option of a request, expected one of " + String.join(", ", NAMES));
        }
    }

    private void version(String text) {
        Stream.of(StacVersion.values())
                .filter(version -> version.text().equals(text))
                .findFirst()
                .ifPresentOrElse(
                        options::stacVersion,
                        () -> faults.add(Fault.unexpected("/options/stacVersion", text, "1.1.0 or 1.0.0")));
    }

    private <E extends Enum<E>> void choice(String name, @Nullable Object value, E[] choices, Consumer<E> set) {
        members.string(
                name,
                value,
                text -> Stream.of(choices)
                        .filter(choice -> jsonName(choice).equals(text))
                        .findFirst()
                        .ifPresentOrElse(
                                set,
                                () -> faults.add(Fault.unexpected(
                                        JsonPointer.to("/options", name),
                                        text,
                                        "one of "
                                                + Stream.of(choices)
                                                        .map(OptionsJson::jsonName)
                                                        .collect(Collectors.joining(", "))))));
    }

    private static String jsonName(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int whole(Number number) {
        if (number.intValue() != number.doubleValue()) {
            throw new IllegalArgumentException("is %s, expected a whole number".formatted(number));
        }
        return number.intValue();
    }

    /** What the builder refuses is a fault of the member. */
    private <T> Consumer<T> checked(String name, Consumer<T> set) {
        return value -> {
            try {
                set.accept(value);
            } catch (IllegalArgumentException e) {
                members.fault(name, String.valueOf(e.getMessage()));
            }
        };
    }

    private void property(String name, @Nullable Object value) {
        if (value == null) {
            faults.add(new Fault(JsonPointer.to("/options/properties", name), "is null, leave it out or give a value"));
        } else {
            options.property(name, value);
        }
    }

    private void parameters(Map<String, Object> all) {
        RequestMembers extensions = new RequestMembers("/options/parameters", faults);
        all.forEach((extension, value) ->
                extensions.object(extension, value, parameters -> options.parameters(extension, parameters)));
    }
}
