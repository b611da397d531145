package com.acme.stac;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads grids of Acme stations. */
public final class AcmeGridReader implements RasterReader {

    /** The tag of a band that names its sensor. */
    static final String SENSOR = "sensor";

    private static final String MAGIC = "AGRID 1\n";
    private static final String END = "\n\n";

    @Override
    public String id() {
        return "agrid";
    }

    @Override
    public boolean recognizes(ByteBuffer head, StorageObject object) {
        return US_ASCII.decode(head).toString().startsWith(MAGIC);
    }

    @Override
    public Raster open(StorageObject object, GenerationContext context) throws IOException {
        String head = US_ASCII.decode(object.read(0, HEAD_LENGTH)).toString();
        int end = head.indexOf(END);
        if (!head.startsWith(MAGIC) || end < 0) {
            throw new StacGeneratorException(
                    ErrorCode.INVALID_RASTER,
                    "grid %s has no empty line in its first %d bytes, expected one after its header"
                            .formatted(object.href(), HEAD_LENGTH));
        }
        return new AcmeGrid(object, end + END.length(), header(head.substring(MAGIC.length(), end)));
    }

    private static Map<String, String> header(String text) {
        Map<String, String> header = new HashMap<>();
        text.lines().map(line -> line.split(" ", 2)).forEach(words -> header.put(words[0], words[words.length - 1]));
        return header;
    }
}
