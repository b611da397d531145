package com.acme.stac;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.testkit.MetadataParserContract;

class AcmeMetadataParserTest extends MetadataParserContract {

    @Override
    protected MetadataParser parser() {
        return new AcmeMetadataParser();
    }

    @Override
    protected String fileName() {
        return "report.txt";
    }

    @Override
    protected byte[] example() {
        return Grids.REPORT.getBytes(UTF_8);
    }
}
