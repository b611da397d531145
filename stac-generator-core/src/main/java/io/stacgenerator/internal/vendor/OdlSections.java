package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.Section;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Object Description Language as USGS writes it in MTL.txt and Maxar in IMD and RPB files: groups of lines
 * {@code name = value}, where a list in parentheses may go on over several lines.
 */
final class OdlSections {

    private static final Pattern LINE = Pattern.compile("(\\w++)\\s*+=(.*)");
    private static final Pattern END = Pattern.compile("END(_GROUP\\b.*)?\\s*+;?", Pattern.CASE_INSENSITIVE);

    private final Sections sections;
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
        }
    }

    private void entry(String line) {
        Matcher entry = LINE.matcher(line);
        if (!entry.matches()) {
            throw sections.malformed("has the line '%s', expected name = value".formatted(shortened(line)));
        }
        String name = entry.group(1);
        String value = withoutSemicolon(entry.group(2).strip());
        if (name.equalsIgnoreCase("GROUP") || name.equalsIgnoreCase("BEGIN_GROUP")) {
            sections.begin(value);
        } else {
            sections.begin(name);
            sections.text(unquoted(whole(value)));
            sections.end();
        }
    }

    private String whole(String value) {
        if (!value.startsWith("(") || value.contains(")")) {
            return value;
        }
        StringBuilder list = new StringBuilder(value);
        while (lines.hasNext()) {
            String line = lines.next().strip();
            list.append(line);
            if (line.contains(")")) {
                return list.toString();
            }
        }
        return list.toString();
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
