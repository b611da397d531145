package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.Section;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Object Description Language as USGS writes it in MTL.txt, Maxar in IMD and RPB files and NASA in .met
 * files: groups of lines {@code name = value}, where a list in parentheses or a string in quotes may go on over several
 * lines. An object of a .met file has its value on a line of its own.
 */
final class OdlSections {

    private static final Pattern LINE = Pattern.compile("(\\w++)\\s*+=(.*)");
    private static final Pattern END = Pattern.compile("END(_(?:GROUP|OBJECT)\\b.*)?\\s*+;?", Pattern.CASE_INSENSITIVE);

    private static final String OBJECT = "OBJECT";

    private final Sections sections;

    /** For each group that is open whether it is an object. */
    private final Deque<Boolean> objects = new ArrayDeque<>();

    private final Iterator<String> lines;

    private OdlSections(String text, Sections sections) {
        this.sections = sections;
        this.lines = text.lines().iterator();
    }

    static Section read(String text, String href) {
        Sections sections = new Sections(href);
        new OdlSections(text, sections).read();
        return sections.finish();
    }

    private void read() {
        while (lines.hasNext()) {
            String line = lines.next().strip();
            Matcher end = END.matcher(line);
            if (end.matches()) {
                endGroup(end.group(1) != null);
            } else if (!line.isEmpty()) {
                entry(line);
            }
        }
    }

    private void endGroup(boolean group) {
        if (group) {
            sections.end();
            objects.poll();
        }
    }

    private void entry(String line) {
        Matcher entry = LINE.matcher(line);
        if (!entry.matches()) {
            throw sections.malformed("has the line '%s', expected name = value".formatted(shortened(line)));
        }
        String name = entry.group(1);
        String value = withoutSemicolon(entry.group(2).strip());
        if (name.equalsIgnoreCase("GROUP") || name.equalsIgnoreCase("BEGIN_GROUP") || name.equals(OBJECT)) {
            sections.begin(value);
            objects.push(name.equals(OBJECT));
        } else if (Boolean.TRUE.equals(objects.peek())) {
            member(name, value);
        } else {
            sections.begin(name);
            sections.text(unquoted(whole(value)));
            sections.end();
        }
    }

    /** Of what an object says of itself only its value counts. */
    private void member(String name, String value) {
        String text = unquoted(whole(value));
        if (name.equals("VALUE")) {
            sections.text(text);
        }
    }

    private String whole(String value) {
        if (value.startsWith("(")) {
            return upTo(")", value, "");
        }
        return value.startsWith("\"") ? upTo("\"", value, " ") : value;
    }

    private String upTo(String end, String value, String separator) {
        if (value.indexOf(end, 1) > 0) {
            return value;
        }
        StringBuilder whole = new StringBuilder(value);
        while (lines.hasNext()) {
            String line = lines.next().strip();
            whole.append(separator).append(line);
            if (line.contains(end)) {
                break;
            }
        }
        return withoutSemicolon(whole.toString());
    }

    private static String withoutSemicolon(String value) {
        return value.endsWith(";") ? value.substring(0, value.length() - 1).stripTrailing() : value;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String shortened(String line) {
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
