package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PublicApiTest {

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalDouble.class, OptionalInt.class, OptionalLong.class);

    /** As many as an affine transform has; what has more is a class with a builder, so that it can grow. */
    private static final int MOST_COMPONENTS = 6;

    /** Their setters take what the sections of a document return. */
    private static final Set<Class<?>> TAKERS_OF_SECTIONS = Set.of(PartialItem.class, PartialAsset.class);

    @Test
    void methodsThatMayHaveNothingToReturnReturnAnOptional() {
        assertThat(methods()
                        .filter(method -> isNullable(method.getAnnotatedReturnType()))
                        .filter(method -> !isComponent(method)))
                .isEmpty();
    }

    @Test
    void whatMayBeLeftOutOfACallIsNullable() {
        assertThat(types().filter(type -> !TAKERS_OF_SECTIONS.contains(type))
                        .flatMap(type -> Stream.<Executable>concat(
                                Stream.of(type.getConstructors()), Stream.of(type.getMethods())))
                        .filter(PublicApiTest::isOurs)
                        .filter(each -> Stream.of(each.getParameterTypes()).anyMatch(OPTIONALS::contains)))
                .isEmpty();
    }

    @Test
    void recordsAreNarrow() {
        assertThat(types().filter(Class::isRecord).filter(type -> type.getRecordComponents().length > MOST_COMPONENTS))
                .isEmpty();
    }

    @Test
    void publicTypesAreFound() {
        assertThat(types()).contains(StacGenerator.class, GenerationOptions.Builder.class);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The accessor of a record, whose component may be left out of its constructor. */
    private static boolean isComponent(Method method) {
        return method.getDeclaringClass().isRecord()
                && Stream.of(method.getDeclaringClass().getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .anyMatch(method::equals);
    }

    private static boolean isOurs(Executable executable) {
        return executable.getDeclaringClass().getName().startsWith("io.stacgenerator.");
    }

    private static Stream<Method> methods() {
        return types().flatMap(type -> Stream.of(type.getMethods())).filter(PublicApiTest::isOurs);
    }

    /** The public types of the packages that are exported. */
    private static Stream<Class<?>> types() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> names = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.startsWith("io") && name.endsWith(".class") && !name.contains("internal"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
            return names.stream().<Class<?>>map(PublicApiTest::type).filter(PublicApiTest::isPublic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, PublicApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(StacGenerator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
