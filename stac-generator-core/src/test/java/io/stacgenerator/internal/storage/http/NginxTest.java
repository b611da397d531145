package io.stacgenerator.internal.storage.http;

import io.stacgenerator.internal.href.PercentEncoding;
import io.stacgenerator.material.Requires;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.StorageResolverContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Reads what a real server sends, its entity tags and preconditions included. */
@Requires("nginx")
final class NginxTest extends StorageResolverContract {

    @TempDir
    private static Path folder;

    private static Nginx nginx;

    private final HttpStorageResolver resolver = new HttpStorageResolver();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        nginx = Nginx.start(folder);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        nginx.close();
    }

    @AfterEach
    void close() {
        resolver.shutdown();
    }

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) throws IOException {
        nginx.put(name, content);
        return nginx.url("/" + PercentEncoding.encodePath(name));
    }

    @Override
    protected String missing() {
        return nginx.url("/missing.tif");
    }
}
