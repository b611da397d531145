package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.internal.gdal.named.FileBytes;
import io.stacgenerator.internal.gdal.named.HfaTree;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The statistics in ERDAS Imagine files, six doubles for each band: minimum, maximum, mean, median, mode and standard
 * deviation. The driver of GDAL 3.6 takes those that no 32-bit integer can hold for errors, NaN among them, by which
 * its bindings refuse the whole file.
 */
final class HfaStatistics {

    private static final String STATISTICS = "Statistics";

    /** It has the limits of the histogram, which are those of the statistics. */
    private static final String HISTOGRAM = "HistogramParameters";

    private static final int DOUBLES = 6;
    private static final int LENGTH = DOUBLES * Double.BYTES;

    private HfaStatistics() {}

    /**
     * Hides the statistics that GDAL cannot read in a file that was put into its folder, which becomes a copy for it.
     *
     * @return whether there were any
     */
    static boolean hide(StorageObject object, Path place) throws IOException {
        List<Long> unreadable = Files.isDirectory(place) ? List.of() : unreadable(place);
        if (unreadable.isEmpty()) {
            return false;
        }
        GdalFolder.requireCopy(object, place);
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
            for (long name : unreadable) {
                channel.write(ByteBuffer.wrap(new byte[] {'-'}), name);
            }
        }
        return true;
    }

    /** Returns where the names of the nodes stand. */
    private static List<Long> unreadable(Path place) throws IOException {
        List<HfaTree.Node> found = new ArrayList<>();
        try (FileBytes file = FileBytes.open(place)) {
            List<HfaTree.Node> nodes =
                    file.has(0, HfaTree.SIGNATURE.getBytes(ISO_8859_1)) ? HfaTree.of(file) : List.of();
            for (HfaTree.Node node : nodes) {
                if (node.name().equals(STATISTICS)
                        && node.size() >= LENGTH
                        && node.data() <= file.size() - LENGTH
                        && !areIntegers(file.read(node.data(), LENGTH))) {
                    found.add(node);
                }
            }
            if (!found.isEmpty()) {
                nodes.stream().filter(node -> node.name().equals(HISTOGRAM)).forEach(found::add);
            }
        }
        return found.stream().map(HfaTree.Node::nameAt).toList();
    }

    private static boolean areIntegers(ByteBuffer values) {
        for (int i = 0; i < DOUBLES; i++) {
            double value = values.getDouble();
            if (!(value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
