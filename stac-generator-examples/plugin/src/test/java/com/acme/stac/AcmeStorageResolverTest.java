package com.acme.stac;

import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AcmeStorageResolverTest extends StorageResolverContract {

    @TempDir
    Path archive;

    @BeforeEach
    void openArchive() {
        System.setProperty("acme.archive", archive.toString());
    }

    @AfterEach
    void closeArchive() {
        System.clearProperty("acme.archive");
    }

    @Override
    protected StorageResolver resolver() {
        return new AcmeStorageResolver();
    }

    @Override
    protected String put(String name, byte[] content) throws IOException {
        Path file = archive.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return href(name);
    }

    static String href(String name) {
        try {
            return new URI("acme", "archive", "/" + name, null).toASCIIString() + "?token=s3cret";
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Override
    protected String missing() {
        return href("missing.agrid");
    }

    @Override
    protected String secret() {
        return "s3cret";
    }
}
