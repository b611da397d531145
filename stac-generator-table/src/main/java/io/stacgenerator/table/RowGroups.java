package io.stacgenerator.table;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The row groups of a file, one after the other. The reader of parquet-hadoop loads the input formats of Hadoop, which
 * are not on the class path; decoding is Parquet's anyway.
 */
final class RowGroups implements Closeable {

    private static final int MAGIC = 0x31524150; // PAR1, little endian
    private static final int TAIL = 8;

    private final FileChannel file;
    private final ParquetMetadata metadata;
    private final Iterator<BlockMetaData> blocks;
    private final ParquetMetadataConverter converter = new ParquetMetadataConverter();
    private final ParquetFiles.ZstdCodecs codecs = new ParquetFiles.ZstdCodecs();

    private RowGroups(FileChannel file) throws IOException {
        this.file = file;
        // Not by readParquetMetadata: Parquet 1.17, which Spark has, takes its limit of -1 for a wrong one.
        metadata = converter.fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(footer(file))));
        blocks = metadata.getBlocks().iterator();
    }

    static RowGroups open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new RowGroups(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static byte[] footer(FileChannel file) throws IOException {
        long size = file.size();
        if (size < TAIL + Integer.BYTES) {
            throw new EOFException("it has %d bytes, too few for a Parquet file".formatted(size));
        }
        ByteBuffer tail = ByteBuffer.wrap(read(file, size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        if (tail.getInt() != MAGIC || length < 0 || length > size - TAIL) {
            throw new IOException("it does not end as a Parquet file does");
        }
        return read(file, size - TAIL - length, length);
    }

    private static byte[] read(FileChannel file, long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > file.size() - position) {
            throw new EOFException("it ends early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it ends early");
            }
        }
        return bytes.array();
    }

    MessageType schema() {
        return metadata.getFileMetaData().getSchema();
    }

    long rows() {
        return metadata.getBlocks().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
    }

    /** Reads the next group, or returns null when there is none. */
    @Nullable PageReadStore next() throws IOException {
        if (!blocks.hasNext()) {
            return null;
        }
        BlockMetaData block = blocks.next();
        Map<ColumnPath, PageReader> pages = new HashMap<>();
        for (ColumnChunkMetaData column : block.getColumns()) {
            pages.put(column.getPath(), pages(column));
        }
        return new Group(block.getRowCount(), pages);
    }

    private record Group(long rows, Map<ColumnPath, PageReader> pages) implements PageReadStore {

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            PageReader reader = pages.get(ColumnPath.get(column.getPath()));
            if (reader == null) {
                throw new IllegalArgumentException("no such column: " + column);
            }
            return reader;
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }

    private PageReader pages(ColumnChunkMetaData column) throws IOException {
        BytesInputDecompressor codec = codecs.getDecompressor(column.getCodec());
        ByteArrayInputStream in = new ByteArrayInputStream(read(file, column.getStartingPos(), column.getTotalSize()));
        Pages pages = new Pages(column.getValueCount(), codec);
        long values = 0;
        while (values < column.getValueCount()) {
            PageHeader header = Util.readPageHeader(in);
            BytesInput bytes = BytesInput.from(in.readNBytes(header.getCompressed_page_size()));
            values += add(pages, header, bytes);
        }
        return pages;
    }

    private int add(Pages pages, PageHeader header, BytesInput bytes) throws IOException {
        int size = header.getUncompressed_page_size();
        switch (header.getType()) {
            case DICTIONARY_PAGE -> {
                DictionaryPageHeader page = header.getDictionary_page_header();
                pages.dictionary = new DictionaryPage(
                        pages.codec.decompress(bytes, size),
                        page.getNum_values(),
                        converter.getEncoding(page.getEncoding()));
                return 0;
            }
            case DATA_PAGE -> {
                DataPageHeader page = header.getData_page_header();
                pages.data.add(new DataPageV1(
                        bytes,
                        page.getNum_values(),
                        size,
                        null,
                        converter.getEncoding(page.getRepetition_level_encoding()),
                        converter.getEncoding(page.getDefinition_level_encoding()),
                        converter.getEncoding(page.getEncoding())));
                return page.getNum_values();
            }
            case DATA_PAGE_V2 -> {
                DataPageHeaderV2 page = header.getData_page_header_v2();
                pages.data.add(second(page, bytes, size, pages.codec));
                return page.getNum_values();
            }
            default -> {
                return 0;
            }
        }
    }

    /** The levels of the second version stand before what is compressed. */
    private DataPage second(DataPageHeaderV2 page, BytesInput bytes, int size, BytesInputDecompressor codec)
            throws IOException {
        byte[] all = ParquetFiles.array(bytes);
        int repetitions = page.getRepetition_levels_byte_length();
        int levels = repetitions + page.getDefinition_levels_byte_length();
        BytesInput packed = BytesInput.from(all, levels, all.length - levels);
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                page.getNum_values(),
                BytesInput.from(all, 0, repetitions),
                BytesInput.from(all, repetitions, levels - repetitions),
                converter.getEncoding(page.getEncoding()),
                page.isIs_compressed() ? codec.decompress(packed, size - levels) : packed,
                null);
    }

    /** The pages of one column in one group, unpacked as they are read. */
    private static final class Pages implements PageReader {

        private final long values;
        private final BytesInputDecompressor codec;
        private final Queue<DataPage> data = new ArrayDeque<>();
        private @Nullable DictionaryPage dictionary;

        Pages(long values, BytesInputDecompressor codec) {
            this.values = values;
            this.codec = codec;
        }

        @Override
        public @Nullable DictionaryPage readDictionaryPage() {
            return dictionary;
        }

        @Override
        public long getTotalValueCount() {
            return values;
        }

        @Override
        public @Nullable DataPage readPage() {
            DataPage page = data.poll();
            if (!(page instanceof DataPageV1 first)) {
                return page;
            }
            try {
                return new DataPageV1(
                        codec.decompress(first.getBytes(), first.getUncompressedSize()),
                        first.getValueCount(),
                        first.getUncompressedSize(),
                        null,
                        first.getRlEncoding(),
                        first.getDlEncoding(),
                        first.getValueEncoding());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
