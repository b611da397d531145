package io.stacgenerator.internal.gdal;

import io.stacgenerator.material.RequiresGdal;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.testkit.RasterReaderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

@RequiresGdal
final class GdalReaderContractTest extends RasterReaderContract {

    private static final RasterReader READER = new GdalReader();

    private static byte[] example = new byte[0];

    @BeforeAll
    static void writeExample(@TempDir Path folder) throws IOException {
        example = Files.readAllBytes(Fixtures.write(Fixtures.memory(), "PNG", folder.resolve("a.png")));
    }

    @Override
    protected RasterReader reader() {
        return READER;
    }

    @Override
    protected byte[] example() {
        return example;
    }
}
