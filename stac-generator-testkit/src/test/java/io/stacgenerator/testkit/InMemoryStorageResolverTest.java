package io.stacgenerator.testkit;

import io.stacgenerator.spi.StorageResolver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

final class InMemoryStorageResolverTest extends StorageResolverContract {

    private final InMemoryStorageResolver resolver = new InMemoryStorageResolver();

    @Override
    protected StorageResolver resolver() {
        return resolver;
    }

    @Override
    protected String put(String name, byte[] content) {
        return resolver.put(URLEncoder.encode(name, StandardCharsets.UTF_8), content);
    }

    @Override
    protected String missing() {
        return "memory:missing";
    }
}
