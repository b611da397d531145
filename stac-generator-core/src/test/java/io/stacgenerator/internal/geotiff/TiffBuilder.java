package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes TIFF files for tests and demos: classic and BigTIFF, either byte order, images one after the other or in the
 * layout of a COG.
 */
public final class TiffBuilder {

    private static final String GHOST =
            "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nKNOWN_INCOMPATIBLE_EDITION=%s\n ";

    private final List<TiffImage> images = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;
    private boolean cog;
    private String ghost = "";

    private TiffBuilder() {}

    /** Starts a file with the full resolution image; overviews, masks and pages follow by {@link #add}. */
    public static TiffBuilder of(TiffImage main) {
        return new TiffBuilder().add(main);
    }

    public TiffBuilder add(TiffImage image) {
        images.add(image);
        return this;
    }

    public TiffBuilder order(ByteOrder order) {
        this.order = order;
        return this;
    }

    public TiffBuilder bigTiff(boolean big) {
        this.big = big;
        return this;
    }

    /** Puts the directories in front, and the pixels of the smallest image first. */
    public TiffBuilder cog() {
        cog = true;
        return ghost(false);
    }

    /** Puts the structural metadata of GDAL after the header. */
    public TiffBuilder ghost(boolean broken) {
        String text = GHOST.formatted(broken ? "YES" : "NO ");
        ghost = "GDAL_STRUCTURAL_METADATA_SIZE=%06d bytes\n%s".formatted(text.length(), text);
        return this;
    }

    public byte[] build() {
        return cog ? directoriesFirst() : pixelsFirst();
    }

    private byte[] directoriesFirst() {
        List<Directory> directories = new ArrayList<>();
        long at = headerSize();
        for (TiffImage image : images) {
            Directory directory = new Directory(image, at);
            directories.add(directory);
            at = directory.end();
        }
        for (int i = directories.size() - 1; i >= 0; i--) {
            at = directories.get(i).place(at);
        }
        return write(directories, at);
    }

    private byte[] pixelsFirst() {
        List<Directory> directories = new ArrayList<>();
        long at = headerSize();
        for (TiffImage image : images) {
            long start = at + image.dataSize(order);
            Directory directory = new Directory(image, start + start % 2);
            directory.place(at);
            directories.add(directory);
            at = directory.end();
        }
        return write(directories, at);
    }

    private int headerSize() {
        int size = (big ? 16 : 8) + ghost.length();
        return size + size % 2;
    }

    private byte[] write(List<Directory> directories, long size) {
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(size)).order(order);
        file.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(UTF_8));
        file.putShort((short) (big ? 43 : 42));
        if (big) {
            file.putShort((short) 8).putShort((short) 0);
        }
        offset(file, directories.get(0).start);
        file.put(ghost.getBytes(UTF_8));
        for (int i = 0; i < directories.size(); i++) {
            directories.get(i).write(file, i + 1 < directories.size() ? directories.get(i + 1).start : 0);
        }
        return file.array();
    }

    private void offset(ByteBuffer file, long offset) {
        if (big) {
            file.putLong(offset);
        } else {
            file.putInt((int) offset);
        }
    }

    /** The directory of an image in the file, with the values that do not fit into it behind it. */
    private final class Directory {

        private final TiffImage image;
        private final long start;
        private final Map<Integer, TiffValue> tags;
        private long pixels;

        Directory(TiffImage image, long start) {
            this.image = image;
            this.start = start;
            this.tags = image.tags(order, big);
        }

        long end() {
            long at = valuesStart();
            for (TiffValue value : tags.values()) {
                at += spill(value);
            }
            return at;
        }

        long place(long at) {
            pixels = at;
            return at + image.dataSize(order);
        }

        private long valuesStart() {
            return start + (big ? 8 + 20L * tags.size() + 8 : 2 + 12L * tags.size() + 4);
        }

        /** Values are kept on even offsets, as TIFF 6.0 asks. */
        private int spill(TiffValue value) {
            return value.size() > (big ? 8 : 4) ? value.size() + value.size() % 2 : 0;
        }

        void write(ByteBuffer file, long next) {
            Map<Integer, TiffValue> placed = image.placed(tags, pixels, order);
            file.position((int) start);
            if (big) {
                file.putLong(placed.size());
            } else {
                file.putShort((short) placed.size());
            }
            long values = valuesStart();
            for (Map.Entry<Integer, TiffValue> entry : placed.entrySet()) {
                TiffValue value = entry.getValue();
                file.putShort(entry.getKey().shortValue())
                        .putShort((short) value.type().code());
                offset(file, value.declaredCount());
                values += entry(file, value, values);
            }
            offset(file, next);
            file.position((int) pixels);
            image.blocks(order).forEach(file::put);
        }

        private int entry(ByteBuffer file, TiffValue value, long values) {
            int slot = file.position();
            int slotSize = big ? 8 : 4;
            int spill = spill(value);
            if (spill > 0) {
                offset(file, value.declaredOffset() < 0 ? values : value.declaredOffset());
                file.position((int) values);
            } else if (value.declaredOffset() >= 0) {
                offset(file, value.declaredOffset());
                file.position(slot);
            }
            if (spill > 0 || value.declaredOffset() < 0) {
                value.write(file);
            }
            file.position(slot + slotSize);
            return spill;
        }
    }
}
