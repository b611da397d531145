package io.stacgenerator.internal.gdal.named;

import io.stacgenerator.internal.budget.AssetBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** External elements of HDF4 (HDF Specification and Developer's Guide 4.2, chapters 2 and 10). */
final class Hdf4Names {

    private static final int MAGIC = 4;
    private static final int DESCRIPTOR = 12;
    private static final int SPECIAL = 0x4000;
    private static final int EXTERNAL = 2;

    private Hdf4Names() {}

    /** Walks the blocks of data descriptors. */
    static Optional<String> in(FileBytes file) throws IOException {
        Set<Long> seen = new HashSet<>();
        for (long block = MAGIC; block != 0 && seen.add(block); ) {
            AssetBudget.check();
            AssetBudget.element();
            ByteBuffer head = file.read(block, 6).order(ByteOrder.BIG_ENDIAN);
            int count = Short.toUnsignedInt(head.getShort());
            long next = Integer.toUnsignedLong(head.getInt());
            ByteBuffer descriptors =
                    file.read(block + 6, (long) count * DESCRIPTOR).order(ByteOrder.BIG_ENDIAN);
            for (int i = 0; i < count; i++) {
                if (external(descriptors.slice(i * DESCRIPTOR, DESCRIPTOR).order(ByteOrder.BIG_ENDIAN), file)) {
                    return Optional.of("an external element");
                }
            }
            block = next;
        }
        return Optional.empty();
    }

    private static boolean external(ByteBuffer descriptor, FileBytes file) throws IOException {
        long offset = Integer.toUnsignedLong(descriptor.getInt(4));
        return (descriptor.getShort(0) & SPECIAL) != 0
                && offset + 2 <= file.size()
                && file.read(offset, 2).order(ByteOrder.BIG_ENDIAN).getShort() == EXTERNAL;
    }
}
