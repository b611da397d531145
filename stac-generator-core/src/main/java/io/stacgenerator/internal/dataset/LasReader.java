package io.stacgenerator.internal.dataset;

import io.stacgenerator.Warning;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the headers of point clouds in LAS 1.0 to 1.4 (ASPRS LAS 1.4 R15, 2.4 to 2.7), of LAZ, whose points are
 * compressed, and of COPC 1.0. The fields are those of the pointcloud extension 2.0.0.
 */
public final class LasReader extends HeaderReader {

    private static final int SIGNATURE = 0x4C415346; // LASF

    @Override
    public String id() {
        return "las";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return head.remaining() >= Integer.BYTES && head.getInt(head.position()) == SIGNATURE;
    }

    @Override
    Dataset describe(HeaderBytes bytes, GenerationContext context) throws IOException {
        LasHeader header = LasHeader.read(bytes);
        LasRecords records = LasRecords.read(bytes, header);
        List<Warning> warnings = new ArrayList<>();
        Dataset.Builder dataset = Dataset.builder(mediaType(header, records))
                .crs(records.crs(warnings).orElse(null))
                .field("pc:count", header.count());
        warnings.forEach(context::warn);
        if (header.laterReturns()) {
            dataset.field("pc:type", "lidar"); // nothing but a pulse of light has several returns
        }
        List<Object> schemas = new ArrayList<>(LasDimension.of(header.format()));
        schemas.addAll(records.extraDimensions());
        dataset.field("pc:schemas", schemas);
        if (header.count() > 0) {
            dataset.bounds(header.least(0), header.least(1), header.greatest(0), header.greatest(1));
            dataset.field("pc:statistics", statistics(header));
        }
        return dataset.build();
    }

    private static String mediaType(LasHeader header, LasRecords records) {
        if (records.indexed()) {
            return "application/vnd.laszip+copc";
        }
        return header.compressed() ? "application/vnd.laszip" : "application/vnd.las";
    }

    private static List<Object> statistics(LasHeader header) {
        List<Object> statistics = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", List.of("X", "Y", "Z").get(axis));
            members.put("position", axis);
            members.put("minimum", header.least(axis));
            members.put("maximum", header.greatest(axis));
            statistics.add(members);
        }
        return statistics;
    }
}
