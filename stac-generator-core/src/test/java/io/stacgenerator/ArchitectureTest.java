package io.stacgenerator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final String ROOT = "io.stacgenerator";
    private static final String INTERNAL = ROOT + ".internal";
    private static final Path CLASSES = Path.of("target", "classes");
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(CLASSES);

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + ".spi..", ROOT + ".model..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(INTERNAL + ".."),
                slices().assignedFrom(new Slices()).should().beFreeOfCycles(),
                NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void mainCodeKeeps(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages()).isNotEmpty().allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void noPackageIsAGrabBag() {
        assertThat(packages())
                .extracting(JavaPackage::getRelativeName)
                .doesNotContain("util", "utils", "helper", "helpers", "manager", "managers", "common");
    }

    @Test
    void moduleExportsThePublicPackagesAndNoInternalOne() {
        Set<String> exported = ModuleFinder.of(CLASSES).find(ROOT).orElseThrow().descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        assertThat(exported).isEqualTo(publicPackages());
    }

    private static List<JavaPackage> packages() {
        return MAIN.stream()
                .map(JavaClass::getPackage)
                .filter(each -> each.getName().startsWith(ROOT))
                .distinct()
                .toList();
    }

    private static Set<String> publicPackages() {
        return MAIN.stream()
                .filter(type -> !type.getSimpleName().endsWith("-info"))
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith(INTERNAL))
                .collect(Collectors.toSet());
    }

    /** Each package below the root, and each below internal, is a slice; the root is the facade over them all. */
    private static final class Slices implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (name.startsWith(INTERNAL + ".")) {
                return SliceIdentifier.of("internal", firstSegment(name.substring(INTERNAL.length() + 1)));
            }
            return name.startsWith(ROOT + ".")
                    ? SliceIdentifier.of(firstSegment(name.substring(ROOT.length() + 1)))
                    : SliceIdentifier.ignore();
        }

        private static String firstSegment(String name) {
            return name.split("\\.", 2)[0];
        }

        @Override
        public String getDescription() {
            return "packages of the module";
        }
    }
}
