package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.StorageObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/**
 * Contract of {@link DatasetReader}: extend it, supply the reader and a file of its format.
 *
 * @since 0.1.0
 */
public abstract class DatasetReaderContract extends ReaderContract<DatasetReader> {

    /** Creates the contract. */
    protected DatasetReaderContract() {}

    @Test
    void describesTheFile() throws IOException {
        try (StorageObject object = object(example())) {
            Dataset dataset = reader().read(object, context());
            assertThat(dataset.mediaType()).matches("[a-z]+/[^\\s;]+(; .+)?");
            assertThat(dataset.isSpatial()).isTrue();
            assertThat(dataset.fields().keySet()).allMatch(name -> !name.isBlank());
        }
    }

    @Override
    final int brokenFiles() {
        return 2000;
    }

    @Override
    final boolean recognizes(ByteBuffer head, StorageObject object) throws IOException {
        return reader().recognizes(head, object);
    }

    @Override
    final void read(StorageObject object) throws IOException {
        reader().read(object, context());
    }

    @Override
    final void readWhole(StorageObject object) throws IOException {
        read(object);
    }
}
