package io.stacgenerator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.material.JavaProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the targets on their seeds, on mutations of these, and on inputs that once went wrong; with
 * {@code -Dstacgenerator.fuzzSeconds}, each for so long by Jazzer, which keeps what it finds interesting in
 * {@code target/fuzz}.
 */
final class FuzzTest {

    private static final int MUTATIONS = Integer.getInteger("stacgenerator.fuzzMutations", 200);
    private static final Integer SECONDS = Integer.getInteger("stacgenerator.fuzzSeconds");

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    /** Many times what any takes, since the machine may be busy. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Signs by which a mutation may reach a further branch. */
    private static final String[] TOKENS = {
        "", "-", "NaN", "1e999", "\"", "<", ">", "[", "{", "\0", "999999999999", "90.1"
    };

    @TempDir
    private Path folder;

    private record Target(Class<?> type, Stream<byte[]> seeds) {

        void run(byte[] data) throws Exception {
            type.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) data);
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Target> targets() {
        return Stream.of(
                new Target(TiffFuzzer.class, TiffFuzzer.seeds()),
                new Target(ImageFuzzer.class, ImageFuzzer.seeds()),
                new Target(MetadataFuzzer.class, MetadataFuzzer.seeds()),
                new Target(TextFuzzer.class, TextFuzzer.seeds()),
                new Target(JobFuzzer.class, JobFuzzer.seeds()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingButTheOwnExceptionsComesOutOfSeedsAndTheirMutations(Target target) throws IOException {
        List<byte[]> seeds = target.seeds().toList();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] input = i < seeds.size() ? seeds.get(i) : mutated(seeds.get(i % seeds.size()), new Random(i));
            assertEndsSoon(target, input, "case " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void inputsThatOnceWentWrongStayRight(Target target) throws IOException {
        for (String name : kept(target)) {
            try (InputStream in = FuzzTest.class.getResourceAsStream(target + "/" + name)) {
                assertEndsSoon(target, in.readAllBytes(), name);
            }
        }
    }

    private static List<String> kept(Target target) throws IOException {
        try (InputStream list = FuzzTest.class.getResourceAsStream(target + "/list.txt")) {
            return list == null
                    ? List.of()
                    : new String(list.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static void assertEndsSoon(Target target, byte[] input, String name) {
        long start = System.nanoTime();
        assertThatCode(() -> target.run(input)).as(name).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(LONGEST);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            byte[] token = TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8);
            int at = random.nextInt(bytes.length);
            int length = Math.min(token.length, bytes.length - at);
            System.arraycopy(token, 0, bytes, at, length);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void jazzerFindsNothing(Target target) throws Exception {
        assumeTrue(SECONDS != null, "no -Dstacgenerator.fuzzSeconds");
        assumeTrue(hasJazzer(), "Jazzer is not on the class path: use the profile fuzz");
        Path seeds = Seeds.write(target.seeds(), folder.resolve("seeds"));
        Path corpus = Files.createDirectories(Path.of("target", "fuzz", target.toString()));
        Path log = Path.of("target", "fuzz", target + ".log");
        List<String> command = List.of(
                JavaProcess.java(),
                "-Xmx1g",
                "-cp",
                JavaProcess.classPath(),
                JAZZER,
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=io.stacgenerator.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + corpus + "-",
                "-seed=1", // the same inputs each time, so that a build does not fail by chance
                "-max_total_time=" + SECONDS,
                "-timeout=120", // the first input also loads and instruments all classes
                "-rss_limit_mb=3000",
                corpus.toString(),
                seeds.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        int exit = process.waitFor();

        assertThat(exit).as(() -> "%s: %s".formatted(log, end(log))).isZero();
    }

    private static String end(Path log) {
        try {
            String text = new String(Files.readAllBytes(log), UTF_8);
            return text.substring(Math.max(0, text.length() - 5000));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean hasJazzer() {
        try {
            Class.forName(JAZZER, false, FuzzTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
