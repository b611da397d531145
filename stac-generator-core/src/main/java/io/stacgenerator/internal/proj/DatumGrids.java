package io.stacgenerator.internal.proj;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The grids of shifts of datum that PROJ has in its data folder, each read on first use: those that {@code PROJ_DATA}
 * or {@code PROJ_LIB} names, or the folders where packages of Linux put them.
 */
final class DatumGrids {

    private static final Logger LOG = LoggerFactory.getLogger(DatumGrids.class);

    /** The names of operations in the EPSG dataset, with the grids that Debian's {@code proj-data} has. */
    private static final Map<String, String> FILES = Map.of(
            "NZGD49 to WGS 84 (3)", "nzgd2kgrid0005.gsb",
            "DHDN to WGS 84 (4)", "BETA2007.gsb",
            "WGS 84 to NTF (3)", "ntf_r93.gsb");

    private static final DatumGrids OF_PROJ = new DatumGrids(folders());

    private final List<Path> folders;
    private final Map<String, Optional<Ntv2Grid>> grids = new ConcurrentHashMap<>();

    DatumGrids(List<Path> folders) {
        this.folders = folders;
    }

    static DatumGrids ofProj() {
        return OF_PROJ;
    }

    private static List<Path> folders() {
        Stream<String> named = Stream.of("PROJ_DATA", "PROJ_LIB")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .flatMap(value -> Stream.of(value.split(Pattern.quote(File.pathSeparator), -1)));
        return Stream.concat(named, Stream.of("/usr/share/proj", "/usr/local/share/proj"))
                .map(Path::of)
                .toList();
    }

    /** Finds the grid of the operation of a system; empty where it has none, or none is there. */
    Optional<Ntv2Grid> find(CrsEntry entry) {
        return FILES.entrySet().stream()
                .filter(each -> entry.operation().contains(each.getKey()))
                .findFirst()
                .flatMap(each -> grids.computeIfAbsent(each.getValue(), this::read));
    }

    private Optional<Ntv2Grid> read(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isReadable)
                .findFirst()
                .flatMap(DatumGrids::read);
    }

    private static Optional<Ntv2Grid> read(Path file) {
        try {
            return Optional.of(Ntv2Grid.read(file));
        } catch (IOException e) {
            LOG.warn("{} cannot be used as a grid of shifts of datum", file, e);
            return Optional.empty();
        }
    }
}
