package io.stacgenerator.internal.proj;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The listed systems by their names, and the codes of systems that files define themselves. The index is made on first
 * use. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class NamedSystems {

    private static final double SAME = 1e-9;

    private NamedSystems() {}

    /**
     * Finds systems by any of their names, which may differ in case, blanks and underscores.
     *
     * @param names names of a system or of its datum
     * @return the systems, those in force first
     */
    public static List<CrsEntry> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> Holder.CODES.getOrDefault(key(name), List.of()).stream())
                .distinct()
                .flatMap(code -> CrsTable.find(code).stream())
                .sorted((a, b) -> Boolean.compare(a.deprecated(), b.deprecated()))
                .toList();
    }

    /**
     * Finds the listed system that a file defines itself: one of the same name, and with the same parameters to within
     * 1e-9.
     *
     * @param name its name
     * @param projString its definition
     * @return authority and code; empty where there is none
     */
    public static Optional<String> code(String name, String projString) {
        return find(name).stream()
                .filter(entry -> entry.parts().isEmpty() && same(entry, projString))
                .map(CrsEntry::authorityCode)
                .findFirst();
    }

    /**
     * Finds the compound system of two others.
     *
     * @param horizontal authority and code of the horizontal system, or null where it has none
     * @param vertical the EPSG code of the vertical system, or null where it has none
     * @return authority and code; empty where none has these parts
     */
    public static Optional<String> compound(@Nullable String horizontal, @Nullable String vertical) {
        return horizontal == null || vertical == null
                ? Optional.empty()
                : Optional.ofNullable(Holder.COMPOUNDS.get(horizontal.replaceFirst("EPSG:", "") + "+" + vertical));
    }

    private static boolean same(CrsEntry entry, String projString) {
        try {
            return ProjString.comparable(entry.projString()).same(ProjString.comparable(projString), SAME);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceFirst("^(?:gcs|d)(?=[a-z])", "");
    }

    private static Map<String, String> compounds() {
        Map<String, String> compounds = new HashMap<>();
        CrsTable.codes()
                .mapToObj(CrsTable::find)
                .flatMap(Optional::stream)
                .filter(entry -> !entry.parts().isEmpty() && !entry.deprecated())
                .forEach(entry -> compounds.putIfAbsent(entry.parts(), entry.authorityCode()));
        return compounds;
    }

    private static Map<String, List<Integer>> index() {
        Map<String, List<Integer>> index = new HashMap<>();
        CrsTable.codes()
                .mapToObj(CrsTable::find)
                .flatMap(Optional::stream)
                .forEach(entry -> Stream.concat(Stream.of(entry.name(), entry.datum()), entry.aliases().stream())
                        .map(NamedSystems::key)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .forEach(key -> index.computeIfAbsent(key, none -> new ArrayList<>(1))
                                .add(entry.code())));
        return index;
    }

    private static final class Holder {

        private static final Map<String, List<Integer>> CODES = index();
        private static final Map<String, String> COMPOUNDS = compounds();
    }
}
