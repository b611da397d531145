package io.stacgenerator.internal.gdal;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.budget.AssetBudget.Account;
import io.stacgenerator.internal.budget.AssetBudget.Expense;
import io.stacgenerator.internal.gdal.GdalServer.Answer;
import io.stacgenerator.internal.gdal.GdalServer.Question;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gdal.gdal.gdal;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.core.json.JsonFactory;

/** A process that runs {@link GdalServer}. Used by one thread at a time. */
final class GdalProcess {

    private static final String HEAP = "-Xmx512m";

    /**
     * Kilobytes of addresses: the heap, 256 MiB of decoded blocks, and what the JVM reserves take 1.5 GiB; the rest is
     * for large tiles. The answers go to a descriptor of their own, as libraries print to the standard output.
     */
    private static final String SHELL = "ulimit -v 4194304 2>/dev/null; exec \"$@\" 3>&1 1>&2";

    /** What libraries are set up by; no secrets of the host. */
    private static final Pattern ENVIRONMENT =
            Pattern.compile("PATH|HOME|LANG|TZ|TMPDIR|LD_LIBRARY_PATH|(LC|GDAL|PROJ|CPL|HDF5|OPJ)_.*");

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int FIRST_JAVA_WITH_NATIVE_ACCESS = 22;
    private static final int OUT_OF_MEMORY = 3;

    private static final ExecutorService READERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stac-generator-gdal");
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final WireOutput out;
    private final WireInput in;
    private volatile long raster; // read by those who look for it

    private GdalProcess(Process process) {
        this.process = process;
        this.out = new WireOutput(process.getOutputStream());
        this.in = new WireInput(process.getInputStream());
    }

    /** Writes what a question is about. */
    interface Asking {

        void write(WireOutput out) throws IOException;
    }

    /** Reads an answer. */
    interface Reading<T> {

        T read(WireInput in) throws IOException;
    }

    static GdalProcess start() {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectError(Redirect.INHERIT);
        builder.environment()
                .keySet()
                .removeIf(name -> !ENVIRONMENT.matcher(name).matches());
        try {
            return new GdalProcess(builder.start());
        } catch (IOException e) {
            throw new StacGeneratorException(
                    ErrorCode.INTERNAL, "cannot start a process for GDAL: " + e.getMessage(), e);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-XX:CompressedClassSpaceSize=64m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash"));
        Stream.of("java.library.path", "java.io.tmpdir", GdalNatives.PROPERTY, GdalDrivers.PROPERTY)
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D%s=%s".formatted(name, System.getProperty(name))));
        Module module = GdalServer.class.getModule();
        if (Runtime.version().feature() >= FIRST_JAVA_WITH_NATIVE_ACCESS) {
            command.add("--enable-native-access=" + (module.isNamed() ? "gdal" : "ALL-UNNAMED"));
        }
        if (module.isNamed()) {
            command.addAll(List.of("--module-path", modulePath(), "--add-modules", "gdal"));
            command.addAll(List.of("--module", module.getName() + "/" + GdalServer.class.getName()));
        } else {
            command.addAll(List.of("-cp", classPath(), GdalServer.class.getName()));
        }
        return command;
    }

    private static String modulePath() {
        String path = System.getProperty("jdk.module.path");
        if (path == null) {
            throw new StacGeneratorException(
                    ErrorCode.INTERNAL,
                    "a process for GDAL needs a module path or a class path, and this JVM has its modules in its image");
        }
        return path;
    }

    /**
     * The property alone would do for an application that is started by its class path; a test or a container adds to
     * it.
     */
    private static String classPath() {
        Stream<String> needed = Stream.of(
                        GdalServer.class, gdal.class, LoggerFactory.class, JsonFactory.class, JsonCreator.class)
                .map(type -> type.getProtectionDomain().getCodeSource())
                .filter(Objects::nonNull)
                .map(source ->
                        Path.of(URI.create(source.getLocation().toString())).toString());
        return Stream.concat(needed, Stream.of(System.getProperty("java.class.path")))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the number of the raster that was asked of last. */
    long raster() {
        return raster;
    }

    /**
     * Asks a question. A process that does not answer it, or not in time, is ended.
     *
     * @param number that of the raster, or 0
     * @param href what the file is called in messages
     * @throws StacGeneratorException that of the answer; {@code LIMIT_EXCEEDED} when there is none in time,
     *     {@code INVALID_RASTER} when the process dies
     */
    <T> T ask(long number, String href, Question question, Asking asking, Reading<T> answer, Duration longest) {
        raster = number;
        Account account = AssetBudget.account().orElse(null);
        Future<Reply<T>> coming = READERS.submit(() -> {
            out.constant(question);
            out.optional(account, each -> BudgetWire.write(each, out));
            asking.write(out);
            out.flush();
            return reply(answer);
        });
        Reply<T> reply = null;
        try {
            reply = await(coming, href, longest);
        } finally {
            if (reply == null) {
                process.destroyForcibly();
            }
        }
        if (account != null) {
            AssetBudget.add(account.spent(), reply.spent());
        }
        return reply.result();
    }

    /** Has the process close its raster, without waiting for it. */
    void closeRaster(Runnable closed) {
        READERS.execute(() -> {
            try {
                out.constant(Question.CLOSE);
                out.flag(false);
                out.flush();
                boolean unused = reply(WireInput::flag).result();
                closed.run();
            } catch (IOException | RuntimeException e) {
                process.destroyForcibly(); // it is replaced
            }
        });
    }

    private <T> T await(Future<T> reply, String href, Duration longest) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < longest.toNanos()) {
            try {
                return reply.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                AssetBudget.check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StacGeneratorException(
                        ErrorCode.CANCELED, "%s is not read to its end: the thread was interrupted".formatted(href), e);
            } catch (ExecutionException e) {
                throw died(href, e.getCause());
            }
        }
        throw new StacGeneratorException(
                ErrorCode.LIMIT_EXCEEDED,
                "GDAL does not answer within %d s what it is asked of %s; its process is ended"
                        .formatted(longest.toSeconds(), href));
    }

    private StacGeneratorException died(String href, @Nullable Throwable cause) {
        process.destroyForcibly();
        int exit = process.onExit().join().exitValue();
        return exit == OUT_OF_MEMORY
                ? new StacGeneratorException(
                        ErrorCode.LIMIT_EXCEEDED, "%s takes more memory than the process of GDAL has".formatted(href))
                : new StacGeneratorException(
                        ErrorCode.INVALID_RASTER,
                        "the process of GDAL ended with exit code %d when it was to read %s".formatted(exit, href),
                        cause);
    }

    private <T> Reply<T> reply(Reading<T> answer) throws IOException {
        if (!in.next()) {
            throw new IOException("the process has ended");
        }
        Expense spent = BudgetWire.readExpense(in);
        return switch (in.constant(Answer.class)) {
            case ERROR -> failed(spent, new StacGeneratorException(in.constant(ErrorCode.class), in.text()));
            case FAULT -> failed(spent, new IllegalStateException(in.text()));
            case RESULT -> {
                T result = answer.read(in);
                yield new Reply<>(spent, () -> result);
            }
        };
    }

    private static <T> Reply<T> failed(Expense spent, RuntimeException reason) {
        return new Reply<>(spent, () -> {
            throw reason;
        });
    }

    /**
     * An answer.
     *
     * @param spent what it cost
     * @param outcome returns the result, or throws what the process has reported
     */
    private record Reply<T>(Expense spent, Supplier<T> outcome) {

        T result() {
            return outcome.get();
        }
    }
}
