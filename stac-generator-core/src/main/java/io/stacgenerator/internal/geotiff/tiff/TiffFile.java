package io.stacgenerator.internal.geotiff.tiff;

import static io.stacgenerator.internal.geotiff.tiff.TiffError.invalid;
import static io.stacgenerator.internal.geotiff.tiff.TiffError.unsupported;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The structure of a TIFF file: its header and its image file directories (TIFF 6.0 section 2, BigTIFF). */
public final class TiffFile {

    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int SIGNATURE_LENGTH = 4;

    /** Two letters alone may begin a text. */
    private static final int TELLING_LENGTH = 3;

    private static final List<byte[]> SIGNATURES = List.of(
            new byte[] {'I', 'I', CLASSIC, 0},
            new byte[] {'I', 'I', BIG, 0},
            new byte[] {'M', 'M', 0, CLASSIC},
            new byte[] {'M', 'M', 0, BIG});

    private static final int MAX_ENTRIES = 4096;
    private static final int MAX_IFDS = 1024;
    private static final int MAX_TAGS = 1 << 16;

    private final TiffBytes bytes;
    private final boolean big;
    private final Set<Long> seen = new HashSet<>();
    private int tagCount;
    private final List<Ifd> chain = new ArrayList<>();
    private final List<Ifd> subIfds = new ArrayList<>();

    private TiffFile(TiffBytes bytes, boolean big) {
        this.bytes = bytes;
        this.big = big;
    }

    /** Returns whether bytes begin as a TIFF does, be it cut off within its signature. */
    public static boolean recognizes(ByteBuffer head) {
        int length = Math.min(head.remaining(), SIGNATURE_LENGTH);
        return length >= TELLING_LENGTH
                && SIGNATURES.stream()
                        .anyMatch(signature ->
                                head.slice(head.position(), length).equals(ByteBuffer.wrap(signature, 0, length)));
    }

    public static TiffFile read(TiffBytes bytes) throws IOException {
        ByteBuffer start = bytes.view(0, 8);
        if (!recognizes(start)) {
            throw invalid("it begins with 0x%08x, expected II or MM and 42 or 43", start.getInt(0));
        }
        bytes.order(start.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        TiffFile file = new TiffFile(bytes, start.order(bytes.order()).getShort(2) == BIG);
        file.readChain(file.firstOffset());
        file.readSubIfds();
        return file;
    }

    public TiffBytes bytes() {
        return bytes;
    }

    public boolean big() {
        return big;
    }

    /** Returns the image that the file is about: the first. */
    public Ifd main() {
        return chain.get(0);
    }

    /** Returns the smaller versions of the main image: in the main chain or, where it has none, in its SubIFDs. */
    public List<Ifd> overviews() throws IOException {
        List<Ifd> overviews = overviewsOf(chain.subList(1, chain.size()));
        return overviews.isEmpty() ? overviewsOf(subIfds) : overviews;
    }

    /** Returns the directories of the main chain, the first included. */
    public List<Ifd> chain() {
        return chain;
    }

    /** Returns the directory that a tag of the main image points to, none where it has no such tag. */
    public List<Ifd> directories(int tag) throws IOException {
        Tag pointer = main().tag(tag);
        List<Ifd> directories = new ArrayList<>();
        if (pointer != null) {
            readIfd(pointer.integer(0), directories);
        }
        return directories;
    }

    /** Returns the validity masks, of the main image and of overviews. */
    public List<Ifd> masks() throws IOException {
        List<Ifd> masks = new ArrayList<>();
        for (Ifd ifd : chain) {
            if (ifd.mask()) {
                masks.add(ifd);
            }
        }
        return masks;
    }

    /** Returns the number of images that are neither overviews nor masks. */
    public int pages() throws IOException {
        int pages = 0;
        for (Ifd ifd : chain) {
            if (!ifd.reduced() && !ifd.mask()) {
                pages++;
            }
        }
        return pages;
    }

    private List<Ifd> overviewsOf(List<Ifd> ifds) throws IOException {
        List<Ifd> overviews = new ArrayList<>();
        for (Ifd ifd : ifds) {
            if (ifd.reduced() && !ifd.mask() && ifd.sameSamples(main())) {
                overviews.add(ifd);
            }
        }
        return overviews;
    }

    private long firstOffset() throws IOException {
        if (!big) {
            return bytes.view(4, 4).getInt(0) & 0xFFFF_FFFFL;
        }
        ByteBuffer header = bytes.view(4, 12);
        if (header.getShort(0) != 8 || header.getShort(2) != 0) {
            throw invalid("the BigTIFF header gives offsets of %d bytes, they have 8", header.getShort(0) & 0xFFFF);
        }
        return header.getLong(4);
    }

    private void readChain(long first) throws IOException {
        if (first == 0) {
            throw invalid("it has no image file directory: the header gives offset 0");
        }
        for (long offset = first; offset != 0; ) {
            if (chain.size() == MAX_IFDS) {
                throw unsupported("it has more than %d images in its main chain", MAX_IFDS);
            }
            offset = readIfd(offset, chain);
        }
    }

    private void readSubIfds() throws IOException {
        Tag tag = main().tag(TagId.SUB_IFDS);
        if (tag == null) {
            return;
        }
        if (tag.count() > MAX_IFDS) {
            throw invalid("tag %d lists %d SubIFDs, at most %d are possible", tag.id(), tag.count(), MAX_IFDS);
        }
        for (long offset : tag.integers()) {
            readIfd(offset, subIfds);
        }
    }

    /** Reads the directory at an offset and returns the offset of the next. */
    private long readIfd(long offset, List<Ifd> into) throws IOException {
        if (!seen.add(offset)) {
            throw invalid("the image file directories form a loop at offset %d", offset);
        }
        int countSize = big ? 8 : 2;
        int entrySize = big ? 20 : 12;
        int entries = entries(bytes.view(offset, countSize));
        int nextSize = big ? 8 : 4;
        ByteBuffer table = bytes.view(offset + countSize, entries * entrySize + nextSize);
        Map<Integer, Tag> tags = new HashMap<>(entries * 2);
        for (int i = 0; i < entries; i++) {
            entry(table, i * entrySize, offset + countSize, tags);
        }
        into.add(new Ifd(offset, tags));
        return big ? table.getLong(entries * entrySize) : table.getInt(entries * entrySize) & 0xFFFF_FFFFL;
    }

    private int entries(ByteBuffer buffer) {
        long entries = big ? buffer.getLong(0) : buffer.getShort(0) & 0xFFFF;
        if (entries < 1 || entries > MAX_ENTRIES) {
            throw invalid(
                    "an image file directory has %s entries, expected 1 to %d",
                    Long.toUnsignedString(entries), MAX_ENTRIES);
        }
        tagCount += (int) entries;
        if (tagCount > MAX_TAGS) {
            throw unsupported("its image file directories have more than %d tags", MAX_TAGS);
        }
        return (int) entries;
    }

    /** Adds an entry; one of an unknown type is left out, as TIFF 6.0 asks of readers, and so is a repeated one. */
    private void entry(ByteBuffer table, int at, long tableOffset, Map<Integer, Tag> tags) {
        FieldType type = FieldType.of(table.getShort(at + 2) & 0xFFFF);
        if (type == null) {
            return;
        }
        int id = table.getShort(at) & 0xFFFF;
        long count = big ? table.getLong(at + 4) : table.getInt(at + 4) & 0xFFFF_FFFFL;
        int slot = at + (big ? 12 : 8);
        int slotSize = big ? 8 : 4;
        boolean inline = Long.compareUnsigned(count, slotSize / type.size()) <= 0;
        long position = inline ? tableOffset + slot : big ? table.getLong(slot) : table.getInt(slot) & 0xFFFF_FFFFL;
        tags.putIfAbsent(id, new Tag(bytes, id, type, count < 0 ? Long.MAX_VALUE : count, position));
    }
}
