package io.stacgenerator.spi.vendor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table of products. Thread-safe. */
final class ProductRows {

    private static final Pattern SECTION = Pattern.compile("\\[\\w+]");

    private static final String[] BAND_FIELDS = {
        "name", "eo:common_name", "eo:center_wavelength", "eo:full_width_half_max", "description"
    };

    /** Masks have further roles. */
    private static final List<String> METADATA = List.of("metadata");

    private final Section<List<Pattern>> documents = new Section<>(each(row -> Pattern.compile(row[0])));
    private final Section<NamedRows<ScenePattern>> scenes = new Section<>(named(
            row -> new ScenePattern(new NameExpression(row[0]), !cell(row, 1).equals("?")), ScenePattern::path));
    private final Section<List<List<NameExpression>>> metadata =
            new Section<>(each(row -> Stream.of(row).map(NameExpression::new).toList()));
    private final Section<List<Band>> bands = new Section<>(each(row -> new Band(row[0], band(row))));
    private final Section<NamedRows<FilePattern>> files = new Section<>(named(FilePattern::of, FilePattern::name));
    private final Section<NamedRows<FilePattern>> bare = new Section<>(named(FilePattern::of, FilePattern::name));
    private final Section<List<Value>> classes =
            new Section<>(each(row -> new Value(new NameExpression(row[0]), classOf(row))));
    private final Section<List<Value>> bitFields =
            new Section<>(each(row -> new Value(new NameExpression(row[0]), bitField(row))));
    private final Map<String, Section<?>> sections = Map.of(
            "[documents]", documents,
            "[scenes]", scenes,
            "[metadata]", metadata,
            "[bands]", bands,
            "[files]", files,
            "[bare]", bare,
            "[classes]", classes,
            "[bitfields]", bitFields);

    private ProductRows() {}

    static ProductRows of(String table) {
        ProductRows rows = new ProductRows();
        String section = "";
        for (String line : table.lines().toList()) {
            if (line.startsWith("[") && SECTION.matcher(line).matches()) {
                section = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(section, line);
            }
        }
        return rows;
    }

    private void add(String name, String line) {
        Section<?> section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException("a row of products stands in the unknown section " + name);
        }
        section.lines.add(line);
    }

    private static <T> Function<List<String>, List<T>> each(Function<String[], T> reader) {
        return lines -> lines.stream().map(line -> reader.apply(cells(line))).toList();
    }

    private static <T> Function<List<String>, NamedRows<T>> named(
            Function<String[], T> reader, Function<T, NameExpression> name) {
        return each(reader).andThen(rows -> new NamedRows<>(rows, name));
    }

    /** Rows that are read when they are first asked for: most processes need those of files alone. */
    private static final class Section<R> {

        private final List<String> lines = new ArrayList<>();
        private final Function<List<String>, R> reader;
        private volatile @Nullable R rows;

        Section(Function<List<String>, R> reader) {
            this.reader = reader;
        }

        R rows() {
            R read = rows;
            if (read == null) {
                read = reader.apply(lines);
                rows = read;
            }
            return read;
        }
    }

    /** By search, since an expression takes ten times longer, for hundreds of rows before a first Item is made. */
    private static String[] cells(String line) {
        List<String> cells = new ArrayList<>();
        int end;
        for (int start = 0; start <= line.length(); start = end + 1) {
            end = columnEnd(line, start);
            cells.add(line.substring(start, end).strip());
        }
        return cells.toArray(String[]::new);
    }

    /** A bar between blanks; one without is part of an expression. */
    private static int columnEnd(String line, int start) {
        int bar = line.indexOf('|', start);
        while (bar >= 0 && !(isBlank(line, bar - 1) && isBlank(line, bar + 1))) {
            bar = line.indexOf('|', bar + 1);
        }
        return bar < 0 ? line.length() : bar;
    }

    private static boolean isBlank(String line, int index) {
        return index == line.length() || (index >= 0 && Character.isWhitespace(line.charAt(index)));
    }

    static String cell(String[] row, int column) {
        return column < row.length ? row[column] : "";
    }

    private static Map<String, Object> band(String[] row) {
        Map<String, Object> band = new LinkedHashMap<>();
        band.put(BAND_FIELDS[0], row[0].substring(row[0].indexOf(':') + 1));
        for (int i = 1; i < row.length; i++) {
            if (!row[i].isEmpty()) {
                band.put(BAND_FIELDS[i], i == 1 || i == 4 ? row[i] : Double.valueOf(row[i]));
            }
        }
        return band;
    }

    private static Map<String, Object> classOf(String[] row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("value", Integer.valueOf(row[1]));
        members.put("name", row[2]);
        put(members, "description", cell(row, 3));
        put(members, "color_hint", cell(row, 4));
        return members;
    }

    private static Map<String, Object> bitField(String[] row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("offset", Integer.valueOf(row[1]));
        members.put("length", Integer.valueOf(row[2]));
        members.put("name", row[3]);
        put(members, "description", cell(row, 4));
        members.put(
                "classes",
                Stream.of(row[5].split(";\\s*"))
                        .map(each -> classOf(("=" + each).split("[=:]", 4)))
                        .toList());
        return members;
    }

    private static void put(Map<String, Object> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, text);
        }
    }

    List<Pattern> documents() {
        return documents.rows();
    }

    Map<String, Object> band(String instrument, String name) {
        return new LinkedHashMap<>(
                find(instrument + ":" + name).or(() -> find(name)).orElseGet(() -> Map.of(BAND_FIELDS[0], name)));
    }

    private Optional<Map<String, Object>> find(String key) {
        return bands.rows().stream()
                .filter(band -> band.key().equals(key))
                .map(Band::members)
                .findFirst();
    }

    Optional<ProductFile> file(String fileName) {
        return first(files, fileName).map(this::described);
    }

    private static Optional<ProductFile> first(Section<NamedRows<FilePattern>> patterns, String name) {
        FileName fileName = FileName.of(name);
        for (FilePattern pattern : patterns.rows().candidates(fileName)) {
            Optional<ProductFile> file = pattern.match(fileName);
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    /** What follows the last folder, or the scheme where there is none. */
    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    }

    /** A file by its name, or else by its name and perhaps its folder. */
    Optional<ProductFile> fileOfScene(String path) {
        String name = name(path);
        return file(name)
                .or(() -> bareFile(path)
                        .map(this::described)
                        .map(file -> new ProductFile(name, file.key(), file.fields(), file.bands())));
    }

    private Optional<ProductFile> bareFile(String path) {
        String name = name(path);
        return first(bare, path.substring(path.lastIndexOf('/', path.length() - name.length() - 2) + 1));
    }

    private ProductFile described(ProductFile file) {
        Map<String, Object> fields = new LinkedHashMap<>(file.fields());
        putAll(fields, "classification:classes", classes, file);
        putAll(fields, "classification:bitfields", bitFields, file);
        return new ProductFile(file.name(), file.key(), fields, file.bands());
    }

    private static void putAll(
            Map<String, Object> fields, String field, Section<List<Value>> values, ProductFile file) {
        List<Map<String, Object>> those = values.rows().stream()
                .filter(value -> value.of(file))
                .map(Value::members)
                .toList();
        if (!those.isEmpty()) {
            fields.put(field, those);
        }
    }

    List<SceneFile> sceneFiles(String path) {
        List<SceneFile> places = new ArrayList<>();
        FileName fileName = FileName.of(path);
        for (ScenePattern pattern : scenes.rows().candidates(fileName)) {
            Optional<Matcher> matcher = pattern.path().match(fileName);
            matcher.ifPresent(found -> places.add(sceneFile(path, found, pattern)));
            if (matcher.isPresent() && pattern.certain()) {
                return places;
            }
        }
        return places;
    }

    private SceneFile sceneFile(String path, Matcher matcher, ScenePattern pattern) {
        String name = name(path);
        Optional<ProductFile> file = first(files, name).or(() -> bareFile(path));
        String capitals = pattern.path().group(matcher, "ID");
        String product = capitals == null ? pattern.path().group(matcher, "id") : capitals.toUpperCase(Locale.ROOT);
        String document = null;
        int preference = 0;
        for (List<NameExpression> kind : metadata.rows()) {
            for (int i = 0; document == null && i < kind.size(); i++) {
                if (kind.get(i).matches(name)) {
                    document = kind.get(0).text();
                    preference = i;
                }
            }
        }
        return SceneFile.builder(path.substring(0, matcher.end("scene")))
                .part(pattern.path().group(matcher, "part"))
                .product(product == null ? null : product.replace('/', '_'))
                .certain(pattern.certain())
                .asset(file.isPresent())
                .metadata(file.filter(asset -> METADATA.equals(asset.fields().get("roles")))
                        .isPresent())
                .document(document, preference)
                .build();
    }

    /** What a value or some bits of a file mean; the expression is for its key or its name. */
    private record Value(NameExpression file, Map<String, Object> members) {

        boolean of(ProductFile candidate) {
            return file.matches(candidate.key()) || file.matches(candidate.name());
        }
    }

    private record Band(String key, Map<String, Object> members) {}

    private record ScenePattern(NameExpression path, boolean certain) {}
}
