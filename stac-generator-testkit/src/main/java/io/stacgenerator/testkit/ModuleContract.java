package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Contract of a module: it resolves with the dependencies of the class path.
 *
 * @since 0.1.0
 */
public abstract class ModuleContract {

    /**
     * Returns the folder of the compiled main classes.
     *
     * @return {@code target/classes} under the working directory unless overridden
     */
    protected Path classesFolder() {
        return Path.of("target", "classes");
    }

    @Test
    void moduleResolvesWithItsDependencies() {
        String name = descriptor().name();
        ModuleLayer boot = ModuleLayer.boot();
        Configuration resolved = boot.configuration().resolveAndBind(classPath(), ModuleFinder.of(), Set.of(name));
        ModuleLayer layer = boot.defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        assertThat(layer.findModule(name)).isPresent();
    }

    private static ModuleFinder classPath() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        return ModuleFinder.of(Stream.of(entries).map(Path::of).toArray(Path[]::new));
    }

    final ModuleDescriptor descriptor() {
        Set<ModuleReference> modules = ModuleFinder.of(classesFolder()).findAll();
        assertThat(modules).as("modules in %s", classesFolder()).hasSize(1);
        return modules.iterator().next().descriptor();
    }
}
