package io.stacgenerator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.stacgenerator");

    @Test
    void spiAndModelDoNotDependOnInternals() {
        noClasses()
                .that()
                .resideInAnyPackage("io.stacgenerator.spi..", "io.stacgenerator.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.stacgenerator.internal..")
                .allowEmptyShould(true)
                .check(MAIN);
    }
}
