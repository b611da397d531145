package io.stacgenerator.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MaterialConditionTest {

    private final String before = System.getProperty(Material.REQUIRED, "");

    @AfterEach
    void restore() {
        System.setProperty(Material.REQUIRED, before);
    }

    @Test
    void aTestWithoutItsMaterialIsSkipped() {
        System.setProperty(Material.REQUIRED, "gdal,corpus");

        assertThat(Material.missing("nothingOfTheKind"))
                .hasValueSatisfying(text -> assertThat(text).contains("-Dstacgenerator.nothingOfTheKind"));
        assertThat(MaterialCondition.absent("nothingOfTheKind", "set it").isDisabled())
                .isTrue();
    }

    @Test
    void aTestWithoutTheMaterialThatIsRequiredFails() {
        System.setProperty(Material.REQUIRED, "gdal,nothingOfTheKind");

        assertThatThrownBy(() -> MaterialCondition.absent("nothingOfTheKind", "set it"))
                .hasMessage("nothingOfTheKind is required by -Dstacgenerator.require, but missing: set it");
    }
}
