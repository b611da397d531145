package io.stacgenerator.internal.proj;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The listed systems by their names, and the codes of systems that files define themselves. What finds them is made on
 * first use. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class NamedSystems {

    private static final double SAME = 1e-9;

    private NamedSystems() {}

    /**
     * Finds the geographic system on a datum.
     *
     * @param wanted what it must be like
     * @param names names of the system or of its datum, which may differ in case, blanks and underscores
     * @return the system; empty where none has such a name, or systems on several datums have it alike
     */
    public static Optional<CrsEntry> geographic(Predicate<CrsEntry> wanted, String... names) {
        Set<String> keys = Stream.of(names)
                .map(NameIndex::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<CrsEntry> found =
                find(keys).filter(CrsEntry::geographic).filter(wanted).toList();
        List<CrsEntry> best = found.stream()
                .filter(entry -> rank(keys, entry) == rank(keys, found.get(0)))
                .toList();
        long datums = best.stream().map(CrsEntry::datum).distinct().count();
        return datums > 1 ? Optional.empty() : best.stream().findFirst();
    }

    private static Stream<CrsEntry> find(Set<String> keys) {
        return keys.stream()
                .flatMap(key -> Names.INDEX.codes(key).boxed())
                .distinct()
                .flatMap(code -> CrsTable.find(code).stream())
                .filter(entry -> names(entry).map(NameIndex::key).anyMatch(keys::contains))
                .sorted(Comparator.comparing(entry -> rank(keys, entry)));
    }

    private static Stream<String> names(CrsEntry entry) {
        return Stream.concat(Stream.of(entry.name(), entry.datum()), entry.aliases().stream());
    }

    /** What EPSG itself calls so comes before what has an alias, as names of ESRI are, then what is in force. */
    private static int rank(Set<String> keys, CrsEntry entry) {
        boolean called = keys.contains(NameIndex.key(entry.name())) || keys.contains(NameIndex.key(entry.datum()));
        return (called && !entry.ofEsri() ? 0 : 2) + (entry.deprecated() ? 1 : 0);
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
        return find(Set.of(NameIndex.key(name)))
                .filter(entry -> entry.parts().isEmpty() && same(entry, projString))
                .min(Comparator.comparing(CrsEntry::deprecated))
                .map(CrsEntry::authorityCode);
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
                : Optional.ofNullable(Compounds.CODES.get(horizontal.replaceFirst("EPSG:", "") + "+" + vertical));
    }

    private static boolean same(CrsEntry entry, String projString) {
        try {
            return ProjString.comparable(entry.projString()).same(ProjString.comparable(projString), SAME);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> compounds() {
        Map<String, String> compounds = new HashMap<>();
        CrsTable.lines()
                .filter(CrsEntry::isCompound)
                .map(CrsEntry::parse)
                .filter(entry -> !entry.deprecated())
                .forEach(entry -> compounds.putIfAbsent(entry.parts(), entry.authorityCode()));
        return compounds;
    }

    private static final class Names {

        private static final NameIndex INDEX = NameIndex.ofTable();
    }

    private static final class Compounds {

        private static final Map<String, String> CODES = compounds();
    }
}
