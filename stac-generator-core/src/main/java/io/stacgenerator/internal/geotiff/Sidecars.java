package io.stacgenerator.internal.geotiff;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.GeoTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that GDAL looks for beside a TIFF: only on the local disk, where looking costs nothing. */
final class Sidecars {

    private final @Nullable Path path;

    Sidecars(@Nullable Path path) {
        this.path = path;
    }

    boolean hasOverviews() {
        return path != null && Files.exists(beside(path, path.getFileName() + ".ovr"));
    }

    /** Returns the mask that GDAL keeps in a file of its own. */
    Optional<Path> mask() {
        return Optional.ofNullable(path)
                .map(image -> beside(image, image.getFileName() + ".msk"))
                .filter(Files::isRegularFile);
    }

    /** Reads the {@code .aux.xml} of GDAL; it says nothing where there is none. */
    AuxXml auxXml(List<Warning> warnings) throws IOException {
        Path file = path == null ? null : beside(path, path.getFileName() + ".aux.xml");
        return file != null && Files.isRegularFile(file) ? AuxXml.read(file, warnings) : AuxXml.none();
    }

    /** Adds what the {@code .aux.xml} or else a world file tells of the place of an image, where the image does not. */
    Georeference complete(Georeference place, AuxXml aux) throws IOException {
        if (place.located()) {
            return place.crs() == null ? place.in(aux.crs()) : place;
        }
        Georeference told = place.at(aux.transform(), aux.crs() == null ? place.crs() : aux.crs());
        return told.located() || path == null ? told : fromWorldFile(told, path);
    }

    private static Georeference fromWorldFile(Georeference place, Path image) throws IOException {
        for (Path file : worldFiles(image).filter(Files::isRegularFile).toList()) {
            GeoTransform transform = WorldFile.read(file);
            if (transform != null) {
                return place.at(transform, place.crs());
            }
        }
        return place;
    }

    private static Stream<Path> worldFiles(Path image) {
        String name = String.valueOf(image.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return Stream.of("tfw", "tifw", "tiffw", "wld", "TFW", "TIFW", "TIFFW", "WLD")
                .map(extension -> beside(image, stem + "." + extension));
    }

    private static Path beside(Path image, String name) {
        return image.resolveSibling(name);
    }
}
