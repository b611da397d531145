package io.stacgenerator.table;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Parquet without Hadoop: its configuration and codecs are not on the class path, so that ours take their place. */
final class ParquetFiles {

    /** Readers skip groups, and read one at a time: the best practices of stac-geoparquet ask for 50,000 to 150,000. */
    static final int ROWS_IN_GROUP = 100_000;

    /** Beyond it a group ends early, so that wide rows do not fill the memory. */
    private static final long BYTES_IN_GROUP = 128L << 20;

    /** Each row has values of its own, of which a dictionary would be given up again. */
    private static final List<String> DIFFERENT = Stream.concat(
                    Stream.of("id", "geometry"), ItemRows.DEEP_BOX.stream().map(name -> "bbox." + name))
            .toList();

    private ParquetFiles() {}

    static ParquetWriter<Map<String, Object>> writer(OutputStream out, ItemRows rows) throws IOException {
        RowsBuilder builder = new RowsBuilder(new StreamFile(out), rows)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withRowGroupSize(BYTES_IN_GROUP)
                .withRowGroupRowCountLimit(ROWS_IN_GROUP)
                .withStatisticsEnabled("geometry", false); // the least of bytes says nothing of places: bbox does
        for (String column : DIFFERENT) {
            builder.withDictionaryEncoding(column, false);
        }
        return builder.build();
    }

    private static final class RowsBuilder extends ParquetWriter.Builder<Map<String, Object>, RowsBuilder> {

        private final ItemRows rows;

        RowsBuilder(OutputFile file, ItemRows rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected RowsBuilder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still
        protected WriteSupport<Map<String, Object>> getWriteSupport(Configuration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<Map<String, Object>> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }
    }

    /** A stream that is not closed with the file: whoever made it commits it. */
    private record StreamFile(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new CountingStream(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new CountingStream(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class CountingStream extends PositionOutputStream {

        private final OutputStream out;
        private long position;

        CountingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    static byte[] array(BytesInput bytes) throws IOException {
        try (InputStream in = bytes.toInputStream()) {
            return in.readAllBytes();
        }
    }

    /** ZSTD in Java, and no compression, which readers need for pages that are stored. */
    static final class ZstdCodecs implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new Compressor(codec);
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            if (codec != CompressionCodecName.ZSTD && codec != CompressionCodecName.UNCOMPRESSED) {
                throw Column.refused("the table is compressed by %s, expected ZSTD or nothing".formatted(codec));
            }
            return new Decompressor(codec);
        }

        @Override
        public void release() {
            // nothing is held
        }
    }

    private static final class Compressor implements CompressionCodecFactory.BytesInputCompressor {

        private final ZstdCompressor zstd = new ZstdCompressor();
        private final CompressionCodecName codec;

        Compressor(CompressionCodecName codec) {
            this.codec = codec;
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            if (codec == CompressionCodecName.UNCOMPRESSED) {
                return bytes;
            }
            byte[] plain = array(bytes);
            byte[] packed = new byte[zstd.maxCompressedLength(plain.length)];
            int length = zstd.compress(plain, 0, plain.length, packed, 0, packed.length);
            return BytesInput.from(packed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // nothing is held
        }
    }

    private static final class Decompressor implements CompressionCodecFactory.BytesInputDecompressor {

        private final ZstdDecompressor zstd = new ZstdDecompressor();
        private final CompressionCodecName codec;

        Decompressor(CompressionCodecName codec) {
            this.codec = codec;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int plainSize) throws IOException {
            return codec == CompressionCodecName.UNCOMPRESSED ? bytes : BytesInput.from(plain(array(bytes), plainSize));
        }

        private byte[] plain(byte[] packed, int plainSize) {
            byte[] plain = new byte[plainSize];
            zstd.decompress(packed, 0, packed.length, plain, 0, plainSize);
            return plain;
        }

        @Override
        public void decompress(ByteBuffer input, int packedSize, ByteBuffer output, int plainSize) {
            byte[] packed = new byte[packedSize];
            input.get(packed);
            output.put(codec == CompressionCodecName.UNCOMPRESSED ? packed : plain(packed, plainSize));
        }

        @Override
        public void release() {
            // nothing is held
        }
    }
}
