package io.stacgenerator.internal.storage.http;

import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.testkit.RangeServer;
import io.stacgenerator.testkit.StorageResolverContract;
import org.junit.jupiter.api.AfterEach;

final class HttpStorageResolverTest extends StorageResolverContract {

    private static final String SECRET = "hunter2";

    private final RangeServer server = RangeServer.start();
    private final HttpStorageResolver resolver = new HttpStorageResolver();

    @AfterEach
    void close() {
        resolver.shutdown();
        server.close();
    }

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) {
        return signed(server.put(name, content));
    }

    @Override
    protected String missing() {
        return signed(server.url("/missing.tif"));
    }

    @Override
    protected String secret() {
        return SECRET;
    }

    private static String signed(String url) {
        return url.replace("http://", "http://user:" + SECRET + "@") + "?sv=2024&sig=" + SECRET + "#fragment";
    }
}
