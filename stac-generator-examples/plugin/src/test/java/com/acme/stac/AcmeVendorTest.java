package com.acme.stac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.vendor.Vendor;
import io.stacgenerator.testkit.InMemoryStorageResolver;
import io.stacgenerator.testkit.VendorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcmeVendorTest extends VendorContract {

    private static final String SCENE = "ACME1_20240501_042";
    private static final String REPORT = """
            <AcmeScene>
              <product>ACME1_20240501_042</product>
              <satellite>acme-1</satellite>
              <start>2024-05-01T10:20:30Z</start>
              <center>2024-05-01T10:20:32Z</center>
              <stop>2024-05-01T10:20:34Z</stop>
              <clouds>0.125</clouds>
              <sun><zenith>40.5</zenith><azimuth>-170</azimuth></sun>
              <outline>7.0 47.0 7.5 47.0 7.5 46.5 7.0 46.5 7.0 47.0</outline>
              <gain>0.0001</gain>
            </AcmeScene>
            """;

    @Override
    protected Vendor vendor() {
        return new AcmeVendor();
    }

    @Override
    protected String document() {
        return SCENE + "_report.xml";
    }

    @Override
    protected byte[] example() {
        return REPORT.getBytes(UTF_8);
    }

    @Override
    protected List<String> assets() {
        return List.of(SCENE + "_R.tif", SCENE + "_N.tif", SCENE + "_browse.png");
    }

    @Test
    void aFolderBecomesAnItem() {
        InMemoryStorageResolver storage = new InMemoryStorageResolver();
        storage.put("2024/" + document(), example());
        storage.put("2024/" + SCENE + "_R.tif", new byte[0]);
        storage.put("2024/" + SCENE + "_browse.png", new byte[0]);
        try (StacGenerator generator =
                        StacGenerator.builder().install(storage).build();
                Stream<GenerationRequest> scenes = generator.requests("memory:2024/", SceneOptions.ofDefaults())) {
            StacItem item = generator.generate(scenes.findFirst().orElseThrow()).item();

            assertThat(item.id()).isEqualTo(SCENE);
            assertThat(item.properties())
                    .contains(
                            entry("datetime", "2024-05-01T10:20:32Z"),
                            entry("start_datetime", "2024-05-01T10:20:30Z"),
                            entry("eo:cloud_cover", 12.5),
                            entry("view:sun_elevation", 49.5),
                            entry("view:sun_azimuth", 190.0));
            assertThat(item.assets()).containsOnlyKeys("red", "thumbnail");
            assertThat(item.assets().get("red").toMap())
                    .contains(entry("title", "Red band"), entry("roles", List.of("data", "reflectance")))
                    .containsKeys("bands", "raster:scale");
            assertThat(item.bbox()).isPresent();
        }
    }

    @Test
    void aVendorTakesFewerThanAHundredLines() throws IOException {
        Path main = Path.of("src", "main");
        assertThat(lines(main.resolve("java/com/acme/stac/AcmeVendor.java"))
                        + lines(main.resolve("resources/com/acme/stac/acme.txt")))
                .isLessThan(100);
    }

    private static int lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }
}
