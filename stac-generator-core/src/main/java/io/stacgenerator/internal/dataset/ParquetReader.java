package io.stacgenerator.internal.dataset;

import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the footers of Parquet, and what they say of geometries. The fields are those of the table extension 1.2.0. */
public final class ParquetReader extends HeaderReader {

    static final int SIGNATURE = 0x50415231; // PAR1, at both ends

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return head.remaining() >= Integer.BYTES && head.getInt(head.position()) == SIGNATURE;
    }

    @Override
    Dataset describe(HeaderBytes bytes, GenerationContext context) throws IOException {
        ParquetFooter footer = ParquetFooter.read(bytes);
        Dataset.Builder dataset = Dataset.builder("application/vnd.apache.parquet");
        if (!footer.columns().isEmpty()) {
            dataset.field(
                    "table:columns",
                    footer.columns().stream().map(ParquetColumn::fields).toList());
        }
        footer.rows().ifPresent(rows -> {
            require(rows >= 0, "a number of rows, got " + rows);
            dataset.field("table:row_count", rows);
        });
        ParquetGeometry.of(footer, context).ifPresent(geometry -> geometry.locate(dataset, context));
        return dataset.build();
    }
}
