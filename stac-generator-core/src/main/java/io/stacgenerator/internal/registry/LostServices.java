package io.stacgenerator.internal.registry;

import io.stacgenerator.spi.Service;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.sink.ItemSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds modules of this library whose classes are there, but whose service files were lost when jars were merged. */
final class LostServices {

    /** The services of the other modules. */
    private static final Map<String, Class<? extends Service>> MODULES = modules();

    private LostServices() {}

    private static Map<String, Class<? extends Service>> modules() {
        Map<String, Class<? extends Service>> modules = new LinkedHashMap<>();
        modules.put("io.stacgenerator.azure.AzureStorageResolver", StorageResolver.class);
        modules.put("io.stacgenerator.gcs.GcsStorageResolver", StorageResolver.class);
        modules.put("io.stacgenerator.s3.S3StorageResolver", StorageResolver.class);
        modules.put("io.stacgenerator.table.TableSink", ItemSink.class);
        return modules;
    }

    /**
     * Looks for lost services.
     *
     * @param found the services that are installed
     * @param loader where services were looked for
     * @return a sentence for each class that the class loader has but that was not found
     */
    static List<String> sentences(List<Service> found, ClassLoader loader) {
        List<String> names =
                found.stream().map(service -> service.getClass().getName()).toList();
        return MODULES.entrySet().stream()
                .filter(module -> !names.contains(module.getKey()))
                .filter(module -> has(loader, module.getKey()))
                .map(module -> sentence(module.getKey(), module.getValue()))
                .toList();
    }

    private static boolean has(ClassLoader loader, String name) {
        return Stream.of(loader, LostServices.class.getClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .anyMatch(each -> loads(each, name));
    }

    private static boolean loads(ClassLoader loader, String name) {
        try {
            loader.loadClass(name);
            return true;
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            // what cannot be loaded is not there, whatever a stopped class loader throws
            return false;
        }
    }

    private static String sentence(String name, Class<? extends Service> kind) {
        return "%s is on the class path, but no service file names it: merge the files META-INF/services/%s of all jars, give the class loader that has them, or install it on the builder"
                .formatted(name, kind.getName());
    }
}
