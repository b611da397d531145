package io.stacgenerator;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.model.JsonPointer;
import io.stacgenerator.model.JsonValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
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
            "strict",
            "properties",
            "parameters");

    private final GenerationOptions.Builder options;
    private final List<Fault> faults;

    private OptionsJson(GenerationOptions.Builder options, List<Fault> faults) {
        this.options = options;
        this.faults = faults;
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
        request.options().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> faults.add(refused(name, allowed)));
        GenerationOptions.Builder options = others.toBuilder();
        request.options().forEach(new OptionsJson(options, faults)::member);
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.INVALID_REQUEST, "invalid request", faults);
        }
        return options.build();
    }

    private static Fault refused(String name, Set<String> allowed) {
        return new Fault(
                JsonPointer.to("/options", name),
                "may not be set by a request here, allowed are: "
                        + NAMES.stream().filter(allowed::contains).collect(Collectors.joining(", ")));
    }

    private void member(String name, @Nullable Object value) {
        switch (name) {
            case "datetime" -> text(name, value, this::datetime);
            case "datetimeFallback" -> choice(name, value, DatetimeFallback.values(), options::datetimeFallback);
            case "statistics" -> choice(name, value, StatisticsMode.values(), options::statistics);
            case "footprint" -> choice(name, value, FootprintMode.values(), options::footprint);
            case "footprintDeviation" ->
                number(name, value, number -> options.footprintDeviation(number.doubleValue()));
            case "footprintPositions" -> number(name, value, number -> options.footprintPositions(positions(number)));
            case "stacVersion" -> text(name, value, this::version);
            case "checksum" -> flag(name, value, options::checksum);
            case "remoteSideFiles" -> flag(name, value, options::remoteSideFiles);
            case "strict" -> flag(name, value, options::strict);
            case "properties" -> members(name, value, this::property);
            case "parameters" -> members(name, value, this::parameters);
            default -> fault(name, "is not an option of a request, expected one of " + String.join(", ", NAMES));
        }
    }

    private void datetime(String text) {
        List<String> parts = List.of(text.split("/", -1));
        try {
            if (parts.size() == 1) {
                options.datetime(instant(parts.get(0)));
            } else if (parts.size() == 2) {
                options.datetimeRange(instant(parts.get(0)), instant(parts.get(1)));
            } else {
                throw new DateTimeException("expected one time or two");
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(Fault.unexpected(
                    "/options/datetime", text, "a time such as 2024-05-01T10:20:30Z, or a range START/END"));
        }
    }

    private static Instant instant(String text) {
        return UtcTime.read(text)
                .filter(UtcTime::zoned)
                .map(UtcTime::instant)
                .orElseThrow(() -> new DateTimeException("expected a time with its zone"));
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
        text(
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

    private void text(String name, @Nullable Object value, Consumer<String> set) {
        if (value instanceof String text) {
            set.accept(text);
        } else {
            fault(name, "is %s, expected a string".formatted(JsonValues.kind(value)));
        }
    }

    private void number(String name, @Nullable Object value, Consumer<Number> set) {
        if (!(value instanceof Number number)) {
            fault(name, "is %s, expected a number".formatted(JsonValues.kind(value)));
            return;
        }
        try {
            set.accept(number);
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()));
        }
    }

    private static int positions(Number number) {
        if (number.intValue() != number.doubleValue()) {
            throw new IllegalArgumentException("is %s, expected a whole number".formatted(number));
        }
        return number.intValue();
    }

    private void flag(String name, @Nullable Object value, Consumer<Boolean> set) {
        if (value instanceof Boolean flag) {
            set.accept(flag);
        } else {
            fault(name, "is %s, expected true or false".formatted(JsonValues.kind(value)));
        }
    }

    private void members(String name, @Nullable Object value, Setter set) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> set.accept(String.valueOf(key), member));
        } else {
            fault(name, "is %s, expected an object".formatted(JsonValues.kind(value)));
        }
    }

    private void property(String name, @Nullable Object value) {
        if (value == null) {
            faults.add(new Fault(JsonPointer.to("/options/properties", name), "is null, leave it out or give a value"));
        } else {
            options.property(name, value);
        }
    }

    @SuppressWarnings("unchecked") // objects of JSON have strings as keys
    private void parameters(String extension, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            options.parameters(extension, (Map<String, ?>) map);
        } else {
            faults.add(new Fault(
                    JsonPointer.to("/options/parameters", extension),
                    "is %s, expected an object".formatted(JsonValues.kind(value))));
        }
    }

    private void fault(String name, String message) {
        faults.add(new Fault(JsonPointer.to("/options", name), message));
    }

    /** Takes a member of an object. */
    @FunctionalInterface
    private interface Setter {

        void accept(String name, @Nullable Object value);
    }
}
