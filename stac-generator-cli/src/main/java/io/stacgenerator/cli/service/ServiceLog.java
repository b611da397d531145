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

    /** Prints messages for people. */
    @FunctionalInterface
    public interface Messages {

        /**
         * Prints what there is to tell.
         *
         * @param message the message, or a line of the log
         */
        void note(String message);

        /**
         * Prints what may be wrong.
         *
         * @param code what kind of warning it is
         * @param message the message
         */
        default void warning(String code, String message) {
            note("warning: %s: %s".formatted(code, message));
        }

        /**
         * Prints what is wrong.
         *
         * @param message the message
         */
        default void error(String message) {
            note("error: " + message);
        }
    }

    private final boolean json;
    private final Messages messages;

    private ServiceLog(boolean json, Messages messages) {
        this.json = json;
        this.messages = messages;
    }

    /**
     * Makes a log for people.
     *
     * @param messages prints the lines
     * @return a log of lines such as {@code 2026-01-01T00:00:00.000Z job finished job_id=a ms=120}
     */
    public static ServiceLog text(Messages messages) {
        return new ServiceLog(false, messages);
    }

    /**
     * Makes a log for programs.
     *
     * @param lines takes each line but those of errors
     * @param errors takes the lines of errors
     * @return a log of JSON objects with {@code time}, {@code event} and what belongs to it
     */
    public static ServiceLog json(Consumer<String> lines, Consumer<String> errors) {
        return new ServiceLog(true, new Messages() {
            @Override
            public void note(String line) {
                lines.accept(line);
            }

            @Override
            public void error(String line) {
                errors.accept(line);
            }
        });
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
            messages.note(message);
        }
    }

    /**
     * Tells people of what may be wrong.
     *
     * @param code what kind of warning it is
     * @param message what there is to tell
     */
    public void warning(String code, String message) {
        if (json) {
            tell("warning", Map.of("code", code, "message", message));
        } else {
            messages.warning(code, message);
        }
    }

    /**
     * Tells people of what is wrong.
     *
     * @param message what there is to tell
     */
    public void error(String message) {
        messages.error(json ? object(now(), "error", Map.of("message", message)) : message);
    }

    void tell(String event, Map<String, ?> members) {
        messages.note(json ? object(now(), event, members) : line(now(), event, members));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
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
