package io.stacgenerator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Regular expressions meet text of strangers, so that their time may not grow faster than the text. */
final class PatternsTest {

    private static final int LENGTH = 64 * 1024;

    /**
     * Steps that a match may take for each character: reads of the text, which the time of a linear pattern is
     * proportional to on any machine. A quadratic one takes thousands.
     */
    private static final int STEPS_PER_CHARACTER = 300;

    private static final List<String> UNITS = List.of(
            "a",
            "A",
            "0",
            " ",
            "\n",
            "\t",
            "-",
            "_",
            ".",
            "/",
            ":",
            "=",
            ";",
            ",",
            "\"",
            "'",
            "(",
            ")",
            "[",
            "<",
            "%",
            "+",
            "a ",
            "-key",
            "key=",
            "a.",
            "a-",
            "a/",
            "//",
            "a:",
            "1.",
            "1e",
            "0,",
            "( ",
            "a=",
            "ab\n",
            " =",
            "=;",
            "authorization ",
            "Authorization: ",
            "bearer ",
            "http://",
            "a@",
            "20200101",
            "2020-",
            "_20200101",
            "END_GROUP ",
            "T32",
            "S2A_",
            "\"\\\"");

    /** A call of a method of String whose argument is a regular expression, written out in one literal. */
    private static final Pattern INLINE =
            Pattern.compile("\\.(?:matches|replaceAll|replaceFirst|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

    /** Patterns of literals that are joined by plus signs, if anything. */
    private static final Pattern COMPILED = Pattern.compile(
            "(?:(\\w+)\\s*=\\s*)?Pattern\\s*\\.compile\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*+\"[\\s+]*+)++)[,)]");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    @Test
    void takeTimeThatGrowsWithTheText() throws Exception {
        Map<String, Use> patterns = new LinkedHashMap<>(fields());
        patterns.putAll(inline(Path.of("src/main/java")));

        assertThat(patterns).hasSizeGreaterThan(50);
        assertNoneIsSlow(patterns);
    }

    @Test
    void takeTimeThatGrowsWithTheTextInOtherModulesToo() throws IOException {
        Map<String, Use> patterns = new LinkedHashMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.sorted().toList()) {
                Path sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources) && !Files.isSameFile(sources, Path.of("src/main/java"))) {
                    patterns.putAll(inline(sources));
                    patterns.putAll(compiled(sources));
                }
            }
        }

        assertThat(patterns).hasSizeGreaterThan(10);
        assertNoneIsSlow(patterns);
    }

    private static void assertNoneIsSlow(Map<String, Use> patterns) {
        List<String> slow = new ArrayList<>();
        patterns.forEach((place, use) -> {
            for (String unit : UNITS) {
                if (slow(use, unit)) {
                    slow.add("%s: %s on %s".formatted(place, use.pattern(), unit.replace("\n", "\\n")));
                    return;
                }
            }
        });
        assertThat(slow).isEmpty();
    }

    /** A pattern, and whether it is looked for within strings rather than held against all of one. */
    private record Use(Pattern pattern, boolean within) {}

    private static boolean slow(Use use, String unit) {
        String hostile = unit.repeat(LENGTH / unit.length());
        for (String text : List.of(hostile, hostile + "\u0001", "a" + hostile + "!")) {
            try {
                use.pattern().matcher(new Counted(text)).matches();
                Matcher finding = use.pattern().matcher(new Counted(text));
                while (use.within() && finding.find()) {
                    // each match is one of those that a replacement makes
                }
            } catch (TooManySteps | StackOverflowError e) {
                return true;
            }
        }
        return false;
    }

    /** Returns the patterns that classes hold. */
    private static Map<String, Use> fields() throws Exception {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(StacGenerator.class);
        Map<String, Use> patterns = new LinkedHashMap<>();
        for (String name : classes.stream().map(each -> each.getName()).toList()) {
            if (name.contains("$") || !name.startsWith("io.stacgenerator") || !inMain(name)) {
                continue;
            }
            for (Field field : Class.forName(name, false, PatternsTest.class.getClassLoader())
                    .getDeclaredFields()) {
                if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    patterns.put(
                            name + "." + field.getName(),
                            new Use((Pattern) field.get(null), within(source(name), field.getName())));
                }
            }
        }
        return patterns;
    }

    /** Returns whether a matcher of the pattern, in a variable or not, is used to search. */
    private static boolean within(String source, String field) {
        String matcher = "\\b" + field + "\\s*\\.matcher\\([^;]*?\\)";
        Stream<String> names = Pattern.compile("(\\w+) = " + matcher + ";")
                .matcher(source)
                .results()
                .map(found -> found.group(1));
        return Stream.concat(Stream.of(matcher), names.map(name -> "\\b" + name))
                        .anyMatch(use -> Pattern.compile(use + "\\s*\\.(?:find|results|replace\\w+)\\(")
                                .matcher(source)
                                .find())
                || Pattern.compile("\\b" + field + "\\s*\\.(?:split|splitAsStream|asPredicate)\\(")
                        .matcher(source)
                        .find();
    }

    private static String source(String type) throws IOException {
        return Files.readString(Path.of("src/main/java", type.replace('.', '/') + ".java"), UTF_8);
    }

    private static boolean inMain(String name) {
        return Files.exists(Path.of("src/main/java", name.replace('.', '/') + ".java"));
    }

    private static Map<String, Use> compiled(Path folder) throws IOException {
        Map<String, Use> patterns = new LinkedHashMap<>();
        try (Stream<Path> sources = Files.walk(folder)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source, UTF_8);
                Matcher calls = COMPILED.matcher(text);
                while (calls.find()) {
                    String joined = LITERAL.matcher(calls.group(2))
                            .results()
                            .map(literal -> literal.group(1).translateEscapes())
                            .collect(Collectors.joining());
                    boolean within = calls.group(1) == null || within(text, calls.group(1));
                    compile(joined)
                            .ifPresent(pattern ->
                                    patterns.put(source.getFileName() + " " + pattern, new Use(pattern, within)));
                }
            }
        }
        return patterns;
    }

    private static Map<String, Use> inline(Path folder) throws IOException {
        Map<String, Use> patterns = new LinkedHashMap<>();
        try (Stream<Path> sources = Files.walk(folder)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher calls = INLINE.matcher(Files.readString(source, UTF_8));
                while (calls.find()) {
                    boolean within = !calls.group().startsWith(".matches");
                    compile(calls.group(1).translateEscapes())
                            .ifPresent(pattern ->
                                    patterns.put(source.getFileName() + " " + pattern, new Use(pattern, within)));
                }
            }
        }
        return patterns;
    }

    private static Optional<Pattern> compile(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** A text that counts how often it is read. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = (long) text.length() * STEPS_PER_CHARACTER;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
