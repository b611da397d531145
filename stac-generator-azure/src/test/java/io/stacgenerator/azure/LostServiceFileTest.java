package io.stacgenerator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.StacGenerator;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LostServiceFileTest {

    @Test
    void aHostThatLostTheServiceFileOfThisModuleIsReported() {
        ClassLoader merged = new ClassLoader(getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) {
                return Collections.enumeration(List.of());
            }
        };
        try (StacGenerator generator =
                StacGenerator.builder().classLoader(merged).build()) {
            assertThat(generator.describe().broken())
                    .singleElement()
                    .asString()
                    .startsWith(AzureStorageResolver.class.getName());
        }
    }

    @Test
    void nothingIsLostWhereItIsThere() {
        try (StacGenerator generator = StacGenerator.create()) {
            assertThat(generator.describe().broken()).isEmpty();
        }
    }
}
