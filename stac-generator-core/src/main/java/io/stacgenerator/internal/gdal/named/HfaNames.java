package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of other files in ERDAS Imagine files. GDAL looks for them in the folder of the file, so that only a name which
 * climbs out of it leads elsewhere.
 */
final class HfaNames {

    /** The nodes whose names GDAL reads, in lower case. */
    private static final List<String> NAMING = List.of("externalrasterdms", "dependentfile", "rrdnameslist");

    private HfaNames() {}

    static Optional<String> in(FileBytes file) throws IOException {
        for (HfaTree.Node node : HfaTree.of(file)) {
            if (isNaming(node) && climbs(node, file)) {
                return Optional.of("a file outside of its folder");
            }
        }
        return Optional.empty();
    }

    private static boolean isNaming(HfaTree.Node node) {
        return NAMING.stream().anyMatch(node.name().toLowerCase(Locale.ROOT)::startsWith);
    }

    private static boolean climbs(HfaTree.Node node, FileBytes file) throws IOException {
        return ISO_8859_1
                .decode(file.read(node.data(), Math.min(node.size(), file.size() - node.data())))
                .toString()
                .contains("../");
    }
}
