package io.stacgenerator.internal.geotiff.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Functions of a native library by the foreign function API of Java 22, which is called by reflection, as this library
 * runs on Java 17 too. Pointers are numbers or arrays, which the collector leaves in place during a call.
 */
final class NativeFunctions {

    private static final int LEAST_JAVA = 22;
    private static final String API = "java.lang.foreign.";

    private final Object linker;
    private final Object library;

    /**
     * Opens a library, which is never closed.
     *
     * @param name its path, or its name where the system looks for it itself
     * @throws ReflectiveOperationException when the library cannot be opened
     * @throws IllegalStateException when the Java is too old, or does not allow native access: it would print a warning
     */
    NativeFunctions(String name) throws ReflectiveOperationException {
        if (Runtime.version().feature() < LEAST_JAVA) {
            throw new IllegalStateException(
                    "it needs Java %d or newer, this is %s".formatted(LEAST_JAVA, Runtime.version()));
        }
        Module module = NativeFunctions.class.getModule();
        if (!Boolean.TRUE.equals(Module.class.getMethod("isNativeAccessEnabled").invoke(module))) {
            throw new IllegalStateException("%s has no native access; allow it by --enable-native-access=%s"
                    .formatted(module, module.isNamed() ? module.getName() : "ALL-UNNAMED"));
        }
        Class<?> arena = type("Arena");
        linker = type("Linker").getMethod("nativeLinker").invoke(null);
        library = type("SymbolLookup")
                .getMethod("libraryLookup", String.class, arena)
                .invoke(null, name, arena.getMethod("global").invoke(null));
    }

    /**
     * Finds a function.
     *
     * @param name its name
     * @param signature its arguments and its result: int, long for pointers and sizes, byte[] and long[] for pointers
     *     to such values
     * @return its handle of exactly this type
     * @throws ReflectiveOperationException when the library does not have it
     */
    MethodHandle find(String name, MethodType signature) throws ReflectiveOperationException {
        Optional<?> symbol = (Optional<?>)
                type("SymbolLookup").getMethod("find", String.class).invoke(library, name);
        Object address = symbol.orElseThrow(() -> new NoSuchMethodException(name));
        Object options = options(signature.parameterList().stream().anyMatch(Class::isArray));
        Method link =
                type("Linker").getMethod("downcallHandle", segment(), type("FunctionDescriptor"), options.getClass());
        MethodHandle handle = (MethodHandle) link.invoke(linker, address, descriptor(signature), options);
        for (int i = 0; i < signature.parameterCount(); i++) {
            Class<?> type = signature.parameterType(i);
            if (type.isArray()) {
                MethodHandle ofArray = MethodHandles.publicLookup()
                        .findStatic(segment(), "ofArray", MethodType.methodType(segment(), type));
                handle = MethodHandles.filterArguments(handle, i, ofArray);
            }
        }
        return handle;
    }

    private static Object descriptor(MethodType signature) throws ReflectiveOperationException {
        Class<?> layout = type("MemoryLayout");
        Object arguments = Array.newInstance(layout, signature.parameterCount());
        for (int i = 0; i < signature.parameterCount(); i++) {
            Array.set(arguments, i, layout(signature.parameterType(i)));
        }
        Class<?> descriptor = type("FunctionDescriptor");
        return signature.returnType() == void.class
                ? descriptor.getMethod("ofVoid", arguments.getClass()).invoke(null, arguments)
                : descriptor
                        .getMethod("of", layout, arguments.getClass())
                        .invoke(null, layout(signature.returnType()), arguments);
    }

    private static Object layout(Class<?> type) throws ReflectiveOperationException {
        String name = type == int.class ? "JAVA_INT" : type == long.class ? "JAVA_LONG" : "ADDRESS";
        return type("ValueLayout").getField(name).get(null);
    }

    /** A critical function may be given arrays of the heap; others it need not be. */
    private static Object options(boolean arrays) throws ReflectiveOperationException {
        Class<?> option = type("Linker$Option");
        Object options = Array.newInstance(option, arrays ? 1 : 0);
        if (arrays) {
            Array.set(options, 0, option.getMethod("critical", boolean.class).invoke(null, true));
        }
        return options;
    }

    private static Class<?> segment() throws ClassNotFoundException {
        return type("MemorySegment");
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(API + name);
    }
}
