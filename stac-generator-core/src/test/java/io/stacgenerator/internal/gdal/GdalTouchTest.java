package io.stacgenerator.internal.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StatisticsMode;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.internal.storage.SideNames;
import io.stacgenerator.material.JavaProcess;
import io.stacgenerator.material.Material;
import io.stacgenerator.material.Requires;
import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.testkit.FakeContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches by {@code strace} which files and addresses the process touches while GDAL reads a file of each format. */
@RequiresGdal
final class GdalTouchTest {

    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final String MARK = "/mark-of-the-test/";

    private static final String SOURCE = "source.tif";

    /** Where the libraries are, their data, and what Java and the C library read at any time. */
    private static final Pattern SYSTEM =
            Pattern.compile("/(usr/(share|lib|lib64|local/lib)|lib|lib64|proc|sys|etc|dev)(/.*)?");

    /**
     * What libraries read in the working or the home folder, by names of their own: settings of NetCDF, AWT and PROJ,
     * and tables of GRIB.
     */
    private static final Pattern SETTINGS = Pattern.compile(
            "\\.ncrc|\\.daprc|\\.dodsrc|\\.aws(/config|/credentials)?|\\.accessibility\\.properties|\\.local/share/proj(/.*)?"
                    + "|grib2_table_[\\d_]+\\.csv|");

    private static final Pattern LOOKED_UP = Pattern.compile("[A-Z0-9_]+:.*|[A-Za-z0-9_]+\\.(?:gtx|gsb|tif)");
    private static final Pattern CALL = Pattern.compile("^\\d+ +(\\w+)\\((.*)$");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WRITING = Pattern.compile(
            "O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|^(unlink|rename|mkdir|rmdir|symlink|link|chmod|truncate|mknod)");

    private static final List<Path> JAVA = Stream.concat(
                    Stream.of(System.getProperty("java.home")),
                    Stream.of(JavaProcess.classPath().split(File.pathSeparator)))
            .map(Path::of)
            .toList();

    private static final List<Path> HOMES = Stream.of("user.home", "user.dir")
            .map(System::getProperty)
            .map(Path::of)
            .toList();

    @TempDir
    private Path folder;

    @BeforeAll
    static void assumeStrace() {
        assumeTrue(Files.isExecutable(STRACE), "strace is not installed");
    }

    @Test
    void touchesNothingButTheFileThatIsReadForEachFormatThatGdalWrites() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        List<Path> files = new ArrayList<>();
        for (String driver : List.of(
                "AAIGrid",
                "BMP",
                "BT",
                "EHdr",
                "ENVI",
                "FIT",
                "FITS",
                "GIF",
                "GPKG",
                "GRIB",
                "GSAG",
                "GSBG",
                "GTiff",
                "GTX",
                "HF2",
                "HFA",
                "JP2OpenJPEG",
                "JPEG",
                "LAN",
                "MBTiles",
                "netCDF",
                "NITF",
                "PAux",
                "PCIDSK",
                "PCRaster",
                "PNG",
                "PNM",
                "RMF",
                "ROI_PAC",
                "RRASTER",
                "RST",
                "SAGA",
                "SGI",
                "SIGDEM",
                "USGSDEM",
                "WEBP",
                "ZMap")) {
            Path file = Files.createDirectory(data.resolve(driver)).resolve("file." + extension(driver));
            try {
                files.add(Fixtures.write(Fixtures.memory(), driver, file));
            } catch (RuntimeException e) {
                // this build of GDAL does not write the format, or not of bytes
                continue;
            }
            Files.writeString(file.resolveSibling("other.tif"), "a stranger in the folder");
        }

        assertThat(files).hasSizeGreaterThan(20);
        assertConfined(files);
    }

    @Test
    void touchesTheSourcesOfAVrtThroughLinks() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/vrt"));
        Fixtures.write(Fixtures.memory(), "GTiff", data.resolve(SOURCE));
        Files.writeString(data.resolve("other.tif"), "a stranger in the folder");
        Path vrt = Files.writeString(data.resolve("a.vrt"), """
                <VRTDataset rasterXSize="20" rasterYSize="10"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>
                <SourceFilename relativeToVRT="1">%s</SourceFilename><SourceBand>1</SourceBand>
                </SimpleSource></VRTRasterBand></VRTDataset>""".formatted(SOURCE));

        assertConfined(List.of(vrt));
    }

    @Test
    @Requires("corpus")
    void touchesNothingButTheFileThatIsReadForEachFormatOfACorpus() throws IOException {
        Path corpus = Material.path("corpus");
        Path files = corpus.resolve("files");
        Map<String, Path> oneOfEach = new LinkedHashMap<>();
        for (String name : Files.readAllLines(corpus.resolve("list.txt"))) {
            Path file = files.resolve(name);
            if (!Fixtures.namesOtherFiles(file)) {
                oneOfEach.put(file.getParent() + name.replaceFirst(".*\\.", "."), file);
            }
        }

        assertConfined(List.copyOf(oneOfEach.values()));
    }

    @Test
    void touchesNothingThatTheBytesOfAFileName() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : NamedFilesTest.HDF5) {
            for (String extension : List.of(".h5", ".nc", ".bag")) {
                files.add(NamedFilesTest.resource(name, folder.resolve(name.replace(".h5", extension))));
            }
        }
        files.add(NamedFilesTest.pcidsk(folder.resolve("a.pix"), NamedFilesTest.OUTSIDE));
        files.add(NamedFilesTest.hfa(folder.resolve("a.img"), "ExternalRasterDMS", "../.." + NamedFilesTest.OUTSIDE));

        assertConfined(files);
    }

    private static String extension(String driver) {
        String extension = Fixtures.driver(driver).GetMetadataItem("DMD_EXTENSION");
        return extension == null ? "dat" : extension;
    }

    private void assertConfined(List<Path> files) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path log = folder.resolve("strace");
        List<String> command = List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "-s4096",
                "-etrace=%file,connect,sendto",
                "-o" + log,
                JavaProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary);
        String[] names = files.stream().map(Path::toString).toArray(String[]::new);
        JavaProcess process = JavaProcess.run(command, Reading.class, names);

        assertThat(process.exit()).as(process.err()).isZero();
        assertThat(touched(log, files, temporary))
                .as("temporary files are in " + temporary)
                .isEmpty();
    }

    /** Returns what was touched beyond what may be, by the file that was read. */
    private static Map<Path, Set<String>> touched(Path log, List<Path> files, Path temporary) throws IOException {
        Map<Path, Set<String>> beyond = new LinkedHashMap<>();
        Path current = null;
        int seen = 0;
        boolean linked = true;
        try (Stream<String> lines = Files.lines(log)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Integer mark = mark(line);
                if (mark != null) {
                    assertThat(linked).as("GDAL had " + current).isTrue();
                    current = mark < files.size() ? files.get(mark) : null;
                    linked = current == null;
                    seen += current == null ? 0 : 1;
                } else if (current != null) {
                    linked |= line.contains("\"" + temporary);
                    String call = beyond(line, current, temporary);
                    if (call != null) {
                        beyond.computeIfAbsent(current, file -> new TreeSet<>()).add(call);
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(files.size());
        return beyond;
    }

    private static @Nullable Integer mark(String line) {
        int at = line.indexOf(MARK);
        return at < 0
                ? null
                : Integer.valueOf(line.substring(at + MARK.length()).replaceFirst("\".*", ""));
    }

    private static @Nullable String beyond(String line, Path file, Path temporary) {
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            return null;
        }
        String name = call.group(1);
        String arguments = call.group(2);
        if (name.equals("connect") || name.equals("sendto")) {
            return arguments.contains("AF_INET") ? name + " " + arguments : null;
        }
        boolean writes =
                WRITING.matcher(name).find() || WRITING.matcher(arguments).find();
        Matcher quoted = QUOTED.matcher(arguments);
        while (quoted.find()) {
            Path path = Path.of(quoted.group(1)).toAbsolutePath().normalize();
            boolean allowed = path.startsWith(temporary)
                    || ((!writes || name.startsWith("symlink")) && known(path, file, temporary));
            if (!allowed) {
                return path + " by " + line;
            }
        }
        return null;
    }

    /** The file itself, what may stand next to it, what Java reads, and the folders above, walked to resolve links. */
    private static boolean known(Path path, Path file, Path temporary) {
        return Stream.concat(Stream.of(file, temporary), JAVA.stream())
                        .anyMatch(each -> path.startsWith(each) || each.startsWith(path))
                || SYSTEM.matcher(path.toString()).matches()
                || looksUp(path)
                || HOMES.stream()
                        .filter(path::startsWith)
                        .anyMatch(home -> SETTINGS.matcher(home.relativize(path).toString())
                                .matches())
                || sideFiles(file).anyMatch(path::equals)
                || (file.toString().endsWith(".vrt") && knownSource(path, file.resolveSibling(SOURCE)));
    }

    private static boolean knownSource(Path path, Path source) {
        return path.equals(source) || sideFiles(source).anyMatch(path::equals);
    }

    private static Stream<Path> sideFiles(Path file) {
        try (StorageObject object = Fixtures.local(file)) {
            return new SideNames(object).all().stream().map(file::resolveSibling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** GDAL looks whether the name of a part of a file is a file, and PROJ for its grids, in the working directory. */
    private static boolean looksUp(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here)
                && !path.equals(here)
                && LOOKED_UP
                        .matcher(here.relativize(path).getName(0).toString())
                        .matches();
    }

    /** Reads all that GDAL says about files, and leaves a mark before each. */
    static final class Reading {

        private Reading() {}

        public static void main(String... files) throws IOException {
            GenerationOptions options = GenerationOptions.builder()
                    .sourceFolders(Path.of(files[0]).getParent())
                    .build();
            FakeContext context = FakeContext.of(new FileStorageResolver()).with(options);
            RasterReader reader = new GdalReader();
            read(reader, context, Path.of(files[0])); // classes are loaded and drivers registered before the first mark
            for (int i = 0; i < files.length; i++) {
                Files.exists(Path.of(MARK + i));
                read(reader, context, Path.of(files[i]));
            }
            Files.exists(Path.of(MARK + files.length));
        }

        private static void read(RasterReader reader, FakeContext context, Path file) throws IOException {
            try (StorageObject object = context.open(file.toString())) {
                if (Fixtures.recognizes(reader, object)) {
                    try (Raster raster = reader.open(object, context)) {
                        raster.statistics(StatisticsMode.APPROXIMATE);
                        raster.validity(64);
                    }
                }
            } catch (StacGeneratorException e) {
                System.err.println(file + ": " + e.getMessage());
            }
        }
    }
}
