package io.stacgenerator.internal.storage;

import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.testkit.StorageTargetContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileTargetTest extends StorageTargetContract {

    @TempDir
    private Path folder;

    @Override
    protected StorageTarget target() {
        return new FileTarget();
    }

    @Override
    protected String href(String path) {
        return folder.resolve(path).toString();
    }
}
