package io.stacgenerator.internal.gdal.named;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.model.JsonValues;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Paths in the metadata of Zarr stores that lead out of the store: names of arrays in consolidated metadata, of
 * dimensions, which GDAL takes for arrays, and separators in the names of chunks.
 */
final class ZarrNames {

    /** Of versions 2 and 3, and of the early form of 3 that GDAL 3.6 reads. */
    private static final Pattern DOCUMENT =
            Pattern.compile("\\.z(?:metadata|array|group|attrs)|zarr\\.json|.*\\.(?:array|group)\\.json");

    /** Attributes hold what people wrote, except for this one. */
    private static final String DIMENSIONS = "_ARRAY_DIMENSIONS";

    private static final Set<String> ATTRIBUTES = Set.of(".zattrs", "attributes");

    private static final long LARGEST = 16 << 20;

    private ZarrNames() {}

    /** Reads all metadata of a store. */
    static Optional<String> in(Path store) throws IOException {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(store, FileVisitOption.FOLLOW_LINKS)) {
            documents = files.filter(file ->
                            DOCUMENT.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(Files::isRegularFile)
                    .toList();
        }
        for (Path document : documents) {
            if (leaves(document)) {
                return Optional.of("a path that leads out of the store in its " + document.getFileName());
            }
        }
        return Optional.empty();
    }

    private static boolean leaves(Path document) throws IOException {
        if (Files.size(document) > LARGEST) {
            return true;
        }
        try {
            String name = String.valueOf(document.getFileName());
            Map<String, Object> json =
                    JsonReader.object(Files.readString(document), ErrorCode.INVALID_RASTER, "the metadata of Zarr");
            return leaves(name, json);
        } catch (StacGeneratorException | CharacterCodingException e) {
            return true; // GDAL is less strict, and may see in it what is not seen here
        }
    }

    private static boolean leaves(String name, @Nullable Object value) {
        boolean attributes = ATTRIBUTES.stream().anyMatch(name::endsWith);
        return JsonValues.members(value).entrySet().stream()
                        .filter(member -> !attributes || member.getKey().equals(DIMENSIONS))
                        .anyMatch(member -> climbs(member.getKey()) || leaves(member.getKey(), member.getValue()))
                || JsonValues.elements(value).stream().anyMatch(element -> leaves(name, element))
                || JsonValues.string(value).filter(ZarrNames::climbs).isPresent();
    }

    private static boolean climbs(String text) {
        return Stream.of(text.split("/", -1)).anyMatch(".."::equals);
    }
}
