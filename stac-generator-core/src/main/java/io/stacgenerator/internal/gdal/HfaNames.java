package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of other files in ERDAS Imagine files (Imagine Object-Oriented File Format, the tree of Ehfa_Entry). GDAL looks
 * for them in the folder of the file, so that only a name which climbs out of it leads elsewhere.
 */
final class HfaNames {

    private static final int NODE = 120;

    /** The nodes whose names GDAL reads, in lower case. */
    private static final List<String> NAMING = List.of("externalrasterdms", "dependentfile", "rrdnameslist");

    private final FileBytes file;
    private final Deque<Long> nodes = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();

    private HfaNames(FileBytes file) {
        this.file = file;
    }

    /** Walks the tree. */
    static Optional<String> in(FileBytes file) throws IOException {
        return new HfaNames(file).search();
    }

    private Optional<String> search() throws IOException {
        add(unsigned(file.read(unsigned(file.read(16, 4)) + 8, 4)));
        while (!nodes.isEmpty()) {
            AssetBudget.check();
            ByteBuffer node = file.read(nodes.remove(), NODE);
            add(unsigned(node));
            add(unsigned(node.position(12)));
            long data = unsigned(node.position(16));
            long size = unsigned(node.position(20));
            if (named(node) && climbs(data, size)) {
                return Optional.of("a file outside of its folder");
            }
        }
        return Optional.empty();
    }

    private void add(long node) {
        if (node != 0 && seen.add(node)) {
            AssetBudget.element();
            nodes.add(node);
        }
    }

    private static boolean named(ByteBuffer node) {
        String name = ISO_8859_1.decode(node.slice(24, 64)).toString().toLowerCase(Locale.ROOT);
        return NAMING.stream().anyMatch(name::startsWith);
    }

    private boolean climbs(long data, long size) throws IOException {
        return ISO_8859_1
                .decode(file.read(data, Math.min(size, file.size() - data)))
                .toString()
                .contains("../");
    }

    private static long unsigned(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }
}
