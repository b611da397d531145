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

    private static final Pattern LINE = Pattern.compile("\\s*(\\w+)\\s*=\\s*(.*?)\\s*;?\\s*");
    private static final Pattern END = Pattern.compile("\\s*END(_GROUP\\b.*)?\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

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
            String line = lines.next();
            Matcher end = END.matcher(line);
            if (end.matches()) {
                endGroup(end.group(1) != null);
            } else if (!line.isBlank()) {
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
            throw sections.malformed("has the line '%s', expected name = value".formatted(shortened(line.strip())));
        }
        String name = entry.group(1);
        if (name.equalsIgnoreCase("GROUP") || name.equalsIgnoreCase("BEGIN_GROUP")) {
            sections.begin(entry.group(2));
        } else {
            sections.begin(name);
            sections.text(unquoted(whole(entry.group(2))));
            sections.end();
        }
    }

    private String whole(String value) {
        StringBuilder list = new StringBuilder(value);
        while (value.startsWith("(") && list.indexOf(")") < 0 && lines.hasNext()) {
            list.append(lines.next().strip());
        }
        return list.toString();
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
