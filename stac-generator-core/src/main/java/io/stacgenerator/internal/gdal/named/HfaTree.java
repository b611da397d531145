package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The nodes of an ERDAS Imagine file (Imagine Object-Oriented File Format, the tree of Ehfa_Entry). */
public final class HfaTree {

    public static final String SIGNATURE = "EHFA_HEADER_TAG";

    private static final int NODE = 120;
    private static final int NAME = 24;
    private static final int NAME_LENGTH = 64;

    private final FileBytes file;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();

    private HfaTree(FileBytes file) {
        this.file = file;
    }

    /**
     * A node.
     *
     * @param nameAt where its name stands in the file
     * @param name its name
     * @param data where its data begin
     * @param size the bytes of its data
     */
    public record Node(long nameAt, String name, long data, long size) {}

    /** Returns all nodes. */
    public static List<Node> of(FileBytes file) throws IOException {
        return new HfaTree(file).walk();
    }

    private List<Node> walk() throws IOException {
        List<Node> nodes = new ArrayList<>();
        add(unsigned(file.read(unsigned(file.read(16, 4)) + 8, 4)));
        while (!waiting.isEmpty()) {
            AssetBudget.check();
            long at = waiting.remove();
            ByteBuffer node = file.read(at, NODE);
            add(unsigned(node));
            add(unsigned(node.position(12)));
            String name = ISO_8859_1.decode(node.slice(NAME, NAME_LENGTH)).toString();
            int end = name.indexOf('\0');
            nodes.add(new Node(
                    at + NAME,
                    end < 0 ? name : name.substring(0, end),
                    unsigned(node.position(16)),
                    unsigned(node.position(20))));
        }
        return nodes;
    }

    private void add(long node) {
        if (node != 0 && seen.add(node)) {
            AssetBudget.element();
            waiting.add(node);
        }
    }

    private static long unsigned(ByteBuffer bytes) {
        return Integer.toUnsignedLong(bytes.getInt());
    }
}
