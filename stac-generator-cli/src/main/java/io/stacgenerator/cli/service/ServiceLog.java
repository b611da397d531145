package io.stacgenerator.cli.service;

import io.stacgenerator.model.JsonText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What operators read of a service while it runs, one line for each event. Thread-safe. */
public final class ServiceLog {

    /** Other values are quoted, so that a line stays one and can be taken apart. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+-]+");

    private final boolean json;
    private final Consumer<String> lines;

    private ServiceLog(boolean json, Consumer<String> lines) {
        this.json = json;
        this.lines = lines;
    }

    /**
     * Makes a log for people.
     *
     * @param lines takes each line
     * @return a log of lines such as {@code 2026-01-01T00:00:00.000Z job finished job_id=a ms=120}
     */
    public static ServiceLog text(Consumer<String> lines) {
        return new ServiceLog(false, lines);
    }

    /**
     * Makes a log for programs.
     *
     * @param lines takes each line
     * @return a log of JSON objects with {@code time}, {@code event} and what belongs to it
     */
    public static ServiceLog json(Consumer<String> lines) {
        return new ServiceLog(true, lines);
    }

    /**
     * Tells people of something as it is.
     *
     * @param message the message
     */
    public void note(String message) {
        if (json) {
            tell("note", Map.of("message", message));
        } else {
            lines.accept(message);
        }
    }

    void tell(String event, Map<String, ?> members) {
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        lines.accept(json ? object(time, event, members) : line(time, event, members));
    }

    private static String object(String time, String event, Map<String, ?> members) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("time", time);
        object.put("event", event);
        object.putAll(members);
        return JsonText.compact(object);
    }

    private static String line(String time, String event, Map<String, ?> members) {
        return members.entrySet().stream()
                .map(member -> " %s=%s".formatted(member.getKey(), quoted(member.getValue())))
                .collect(Collectors.joining("", time + " " + event, ""));
    }

    private static String quoted(Object value) {
        String text = value.toString();
        return PLAIN.matcher(text).matches() ? text : JsonText.compact(text);
    }
}
