package io.stacgenerator.internal.gdal.named;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * External links, external storage and virtual datasets of HDF5 and NetCDF-4 (HDF5 File Format Specification 3.0).
 *
 * <p>Walks all objects that are linked from the root group, as the library finds them: symbol tables, link messages and
 * the heaps of large groups.
 */
final class Hdf5Names {

    private static final byte[] MAGIC = "\u0089HDF\r\n\u001a\n".getBytes(ISO_8859_1);

    private static final int SYMBOL_TABLE = 0x11;
    private static final int LINK_INFO = 0x02;
    private static final int LINK = 0x06;
    private static final int EXTERNAL_FILES = 0x07;
    private static final int LAYOUT = 0x08;
    private static final int CONTINUATION = 0x10;

    private static final int HARD = 0;
    private static final int EXTERNAL = 64;
    private static final int VIRTUAL = 3;

    /** Heaps of links have at most 2^32 bytes, blocks of 2^9 to 2^16 bytes, and so fewer than 30 rows. */
    private static final int ROWS = 32;

    private static final long LARGEST_BLOCK = 1 << 24;

    private final FileBytes file;
    private final long base;
    private final int offsetSize;
    private final int lengthSize;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<Place> seen = new HashSet<>();
    private boolean found;

    private Hdf5Names(FileBytes file, long base, int offsetSize, int lengthSize) {
        this.file = file;
        this.base = base;
        this.offsetSize = offsetSize;
        this.lengthSize = lengthSize;
    }

    /** Searches a file that holds an HDF5 file, at its start or after a block of the user. */
    static Optional<String> in(FileBytes file) throws IOException {
        for (long at = 0; at < file.size(); at = at == 0 ? 512 : at * 2) {
            if (file.has(at, MAGIC)) {
                return of(file, at).search()
                        ? Optional.of("an external link, external storage or the sources of a virtual dataset")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Reads the superblock. */
    private static Hdf5Names of(FileBytes file, long at) throws IOException {
        ByteBuffer block = file.read(at, Math.min(file.size() - at, 128));
        int version = block.get(8);
        int sizes = version < 2 ? 13 : 9;
        Hdf5Names names = new Hdf5Names(file, at, block.get(sizes), block.get(sizes + 1));
        block.position(version < 2 ? 24 + 4 * version : 12);
        require(version >= 0 && version <= 3 && names.address(block) == at);
        names.address(block); // of the free space or of the extension
        names.address(block); // of the end
        if (version < 2) {
            require(names.address(block) < 0); // files of other files need a driver of their own
            names.address(block); // of the name of the root
        }
        names.header(names.address(block));
        return names;
    }

    /** Something to be read. */
    @FunctionalInterface
    private interface Step {

        void take() throws IOException;
    }

    /** What has been read, and as what, for one place can be taken for several things. */
    private record Place(String kind, long at, long length) {}

    private void once(Place place, Step step) {
        if (place.at() >= 0 && seen.add(place)) {
            AssetBudget.element();
            steps.add(step);
        }
    }

    private boolean search() throws IOException {
        while (!found && !steps.isEmpty()) {
            AssetBudget.check();
            steps.remove().take();
        }
        return found;
    }

    private void header(long at) {
        once(new Place("header", at, 0), () -> {
            if (has(at, "OHDR")) {
                readNewHeader(at);
            } else {
                readOldHeader(at);
            }
        });
    }

    private void readOldHeader(long at) throws IOException {
        ByteBuffer head = read(at, 16);
        require(head.get() == 1);
        old(at + 16, unsigned(head.position(8), 4));
    }

    private void readNewHeader(long at) throws IOException {
        int flags = read(at, 6).get(5);
        long start = at + 6 + ((flags & 0x20) == 0 ? 0 : 16) + ((flags & 0x10) == 0 ? 0 : 4);
        int width = 1 << (flags & 3);
        recent(start + width, unsigned(read(start, width), width), (flags & 4) != 0);
    }

    private void old(long at, long length) throws IOException {
        ByteBuffer messages = read(at, length);
        while (messages.remaining() >= 8) {
            int type = Short.toUnsignedInt(messages.getShort());
            int size = Short.toUnsignedInt(messages.getShort());
            int flags = messages.get();
            message(type, flags, body(messages.position(messages.position() + 3), size), this::old);
        }
    }

    private void recent(long at, long length, boolean ordered) throws IOException {
        ByteBuffer messages = read(at, length);
        int head = ordered ? 6 : 4;
        while (messages.remaining() >= head) {
            int type = Byte.toUnsignedInt(messages.get());
            int size = Short.toUnsignedInt(messages.getShort());
            int flags = messages.get();
            messages.position(messages.position() + head - 4);
            message(type, flags, body(messages, size), (next, bytes) -> {
                require(has(next, "OCHK"));
                recent(next + 4, bytes - 8, ordered);
            });
        }
    }

    private static ByteBuffer body(ByteBuffer messages, int size) throws IOException {
        require(size <= messages.remaining());
        ByteBuffer body = messages.slice(messages.position(), size).order(messages.order());
        messages.position(messages.position() + size);
        return body;
    }

    /** Reads a further block of messages. */
    @FunctionalInterface
    private interface Block {

        void read(long at, long length) throws IOException;
    }

    private void message(int type, int flags, ByteBuffer body, Block more) throws IOException {
        boolean shared = (flags & 2) != 0;
        switch (type) {
            case SYMBOL_TABLE -> tree(address(body));
            case LINK_INFO -> links(body);
            case LINK -> {
                Link link = link(body);
                header(link.header());
                found |= shared || link.type() >= EXTERNAL;
            }
            case EXTERNAL_FILES -> found = true;
            case LAYOUT -> found |= shared || body.get(body.get(0) < 3 ? 2 : 1) == VIRTUAL;
            case CONTINUATION -> {
                long at = address(body);
                long length = unsigned(body, lengthSize);
                once(new Place("block", at, length), () -> more.read(at, length));
            }
            default -> {}
        }
    }

    /** A link and where it leads to, negative where that is not an object of this file. */
    private record Link(int type, long header) {}

    private Link link(ByteBuffer body) throws IOException {
        require(body.get() == 1);
        int flags = body.get();
        int type = (flags & 8) == 0 ? HARD : Byte.toUnsignedInt(body.get());
        int skipped = ((flags & 4) == 0 ? 0 : 8) + ((flags & 16) == 0 ? 0 : 1);
        body.position(body.position() + skipped);
        long name = unsigned(body, 1 << (flags & 3));
        require(name > 0 && name <= body.remaining());
        body.position((int) (body.position() + name));
        return new Link(type, type == HARD ? address(body) : -1);
    }

    /** Walks the B-tree of a group of the old form, and the symbols in its leaves. */
    private void tree(long at) {
        once(new Place("tree", at, 0), () -> readTree(at));
    }

    private void readTree(long at) throws IOException {
        require(has(at, "TREE"));
        ByteBuffer head = read(at, 8);
        int level = head.get(5);
        int count = Short.toUnsignedInt(head.getShort(6));
        ByteBuffer children = read(at + 8 + 2L * offsetSize, (long) count * (lengthSize + offsetSize));
        for (int i = 0; i < count; i++) {
            unsigned(children, lengthSize);
            long child = address(children);
            if (level > 0) {
                tree(child);
            } else {
                symbols(child);
            }
        }
    }

    private void symbols(long at) throws IOException {
        require(has(at, "SNOD"));
        int count = Short.toUnsignedInt(read(at, 8).getShort(6));
        int size = 2 * offsetSize + 24;
        ByteBuffer entries = read(at + 8, (long) count * size);
        for (int i = 0; i < count; i++) {
            header(address(entries.position(i * size + offsetSize)));
        }
    }

    /** Reads what is said of the heap that holds the links of a large group. */
    private void links(ByteBuffer info) throws IOException {
        int flags = info.get(1);
        long at = address(info.position((flags & 1) == 0 ? 2 : 10));
        once(new Place("heap", at, 0), () -> {
            require(has(at, "FRHP"));
            new Heap(read(at, Math.min(256, file.size() - base - at))).read();
        });
    }

    /** A fractal heap whose objects are links, each searched for at every place, since only their index says where. */
    private final class Heap {

        private final int width;
        private final long start;
        private final long largest;
        private final int offsetBytes;
        private final boolean checked;
        private final long root;
        private final int rows;

        Heap(ByteBuffer head) throws IOException {
            int filters = Short.toUnsignedInt(head.getShort(7));
            checked = (head.get(9) & 2) != 0;
            head.position(14);
            unsigned(head, lengthSize);
            address(head); // of objects that are too long
            unsigned(head, lengthSize);
            address(head); // of the free space
            head.position(head.position() + 4 * lengthSize);
            unsigned(head, lengthSize);
            long tooLong = unsigned(head, lengthSize);
            head.position(head.position() + 2 * lengthSize);
            width = Short.toUnsignedInt(head.getShort());
            start = unsigned(head, lengthSize);
            largest = unsigned(head, lengthSize);
            offsetBytes = (Short.toUnsignedInt(head.getShort()) + 7) / 8;
            head.getShort(); // rows at the start
            root = address(head);
            rows = Short.toUnsignedInt(head.getShort());
            require(filters == 0 && tooLong == 0 && rows <= ROWS && power(width) && power(start) && power(largest));
        }

        private static boolean power(long size) {
            return Long.bitCount(size) == 1 && size > 0 && size <= LARGEST_BLOCK;
        }

        void read() throws IOException {
            if (root >= 0 && rows == 0) {
                direct(root, start);
            } else if (root >= 0) {
                indirect(root, rows);
            }
        }

        private long size(int row) {
            return start << Math.max(0, row - 1);
        }

        private void indirect(long at, int rows) throws IOException {
            require(has(at, "FHIB") && rows > 0 && rows <= ROWS);
            ByteBuffer children =
                    Hdf5Names.this.read(at + 5 + offsetSize + offsetBytes, (long) rows * width * offsetSize);
            for (int i = 0; i < rows * width; i++) {
                long child = address(children);
                long size = size(i / width);
                once(
                        new Place("child", child, size),
                        size <= largest ? () -> direct(child, size) : () -> indirect(child, rows(size)));
            }
        }

        private int rows(long size) {
            return Long.numberOfTrailingZeros(size) - Long.numberOfTrailingZeros(start * width) + 1;
        }

        private void direct(long at, long size) throws IOException {
            AssetBudget.check();
            require(has(at, "FHDB"));
            int head = 5 + offsetSize + offsetBytes + (checked ? 4 : 0);
            ByteBuffer objects = Hdf5Names.this.read(at + head, size - head);
            for (int i = 0; i < objects.limit() && !found; i++) {
                found = objects.get(i) == 1
                        && candidate(objects.slice(i, objects.limit() - i).order(objects.order()));
            }
        }

        /** Reads what may be a link; false when it is not. */
        private boolean candidate(ByteBuffer object) throws IOException {
            int flags = object.remaining() > 1 ? object.get(1) : -1;
            if ((flags & ~0x1F) != 0) {
                return false;
            }
            try {
                Link link = link(object);
                if (link.header() >= 0 && (has(link.header(), "OHDR") || has(link.header(), "\1"))) {
                    header(link.header());
                }
                return link.type() >= EXTERNAL;
            } catch (EOFException | BufferUnderflowException | IllegalArgumentException e) {
                return false; // the bytes of something else
            }
        }
    }

    private boolean has(long at, String signature) throws IOException {
        return file.has(base + at, signature.getBytes(ISO_8859_1));
    }

    private ByteBuffer read(long at, long length) throws IOException {
        return file.read(base + at, length);
    }

    /** Returns an address, negative where it is undefined. */
    private long address(ByteBuffer bytes) throws IOException {
        long value = unsigned(bytes, offsetSize);
        long undefined = offsetSize == 8 ? -1 : (1L << (8 * offsetSize)) - 1;
        if (value == undefined) {
            return -1;
        }
        require(value >= 0);
        if (value > file.size()) {
            throw new EOFException("it has %d bytes, but names a place at %d".formatted(file.size(), value));
        }
        return value;
    }

    private static long unsigned(ByteBuffer bytes, int width) {
        require(width == 1 || width == 2 || width == 4 || width == 8);
        return switch (width) {
            case 1 -> Byte.toUnsignedLong(bytes.get());
            case 2 -> Short.toUnsignedLong(bytes.getShort());
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            default -> bytes.getLong();
        };
    }

    /** What does not fit together cannot be followed, and may lead anywhere. */
    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("the structure cannot be followed");
        }
    }
}
