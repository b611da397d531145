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
import java.util.Map;
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

    /**
     * Each package is a slice, but two are cut, because the services take what a caller gives and may throw what a
     * caller catches: the root from its exceptions up to its facade, and the services at the open file, which a request
     * may bring with it.
     */
    private static final class Slices implements SliceAssignment {

        private static final Map<String, String> CUT = Map.ofEntries(
                Map.entry(ROOT + ".ErrorCode", "exceptions"),
                Map.entry(ROOT + ".Fault", "exceptions"),
                Map.entry(ROOT + ".StacGeneratorException", "exceptions"),
                Map.entry(ROOT + ".Warning", "exceptions"),
                Map.entry(ROOT + ".AssetLimits", "policy"),
                Map.entry(ROOT + ".HostPattern", "policy"),
                Map.entry(ROOT + ".PublicAddresses", "policy"),
                Map.entry(ROOT + ".StoragePolicy", "policy"),
                Map.entry(ROOT + ".ItemPublisher", "facade"),
                Map.entry(ROOT + ".StacCollections", "facade"),
                Map.entry(ROOT + ".StacGenerator", "facade"),
                Map.entry(ROOT + ".spi.ByteRange", "open files"),
                Map.entry(ROOT + ".spi.BytesObject", "open files"),
                Map.entry(ROOT + ".spi.ObjectStream", "open files"),
                Map.entry(ROOT + ".spi.StorageObject", "open files"));

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String topLevel = type.getName().split("\\$", 2)[0];
            return SliceIdentifier.of(CUT.getOrDefault(topLevel, type.getPackageName()));
        }

        @Override
        public String getDescription() {
            return "packages of the module, the root and the services cut";
        }
    }
}
