package io.stacgenerator.spi.field;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a field: its type, the values that are valid, and where it applies. Immutable: each method that
 * says more returns another field.
 *
 * <p>Metadata are coerced by it and dropped with a warning where they are not valid, Items are checked by it,
 * Collections summarized, and STAC 1.0.0 is written and read by it. For example:
 *
 * <pre>{@code
 * Field.of("acme:score", FieldType.NUMBER).between(0, 1).at(FieldLevel.ITEM).summary(FieldSummary.RANGE)
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Field {

    private static final Role ANYWHERE =
            new Role(Set.copyOf(EnumSet.allOf(FieldLevel.class)), Set.of(), FieldSummary.NONE, null);
    private static final Scalars ANY_SCALAR = new Scalars(null, Set.of(), null);
    private static final Structure ANY_STRUCTURE = new Structure(Set.of(), Map.of(), null);

    private final String name;
    private final FieldType type;
    private final Role role;
    private final Scalars scalars;
    private final Structure structure;
    private final @Nullable FieldRule rule;

    /** Where a field stands and what it is for. */
    private record Role(
            Set<FieldLevel> levels,
            Set<FieldTrait> traits,
            FieldSummary summary,
            @Nullable LegacyBand legacyBand) {}

    /** The numbers and strings that are valid. */
    private record Scalars(
            @Nullable FieldRange range,
            Set<String> allowed,
            @Nullable Pattern pattern) {}

    /** The form of arrays and objects. */
    private record Structure(
            Set<Integer> lengths,
            Map<String, Field> members,
            @Nullable Field anyMember) {}

    private Field(
            String name, FieldType type, Role role, Scalars scalars, Structure structure, @Nullable FieldRule rule) {
        this.name = requireNonNull(name, "name");
        this.type = requireNonNull(type, "type");
        this.role = role;
        this.scalars = scalars;
        this.structure = structure;
        this.rule = rule;
    }

    /**
     * Creates a field that applies at all levels and may have any value of its type.
     *
     * @param name the full name with its prefix, such as {@code acme:score}; in an object, that of the member
     * @param type the type of its value
     * @return the field
     */
    public static Field of(String name, FieldType type) {
        return new Field(name, type, ANYWHERE, ANY_SCALAR, ANY_STRUCTURE, null);
    }

    private Field with(Role newRole) {
        return new Field(name, type, newRole, scalars, structure, rule);
    }

    private Field with(Scalars newScalars) {
        return new Field(name, type, role, newScalars, structure, rule);
    }

    private Field with(Structure newStructure) {
        return new Field(name, type, role, scalars, newStructure, rule);
    }

    /** Messages name the values in the order in which they are given, not in one that differs from run to run. */
    private static <T> Set<T> ordered(Stream<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values.toList()));
    }

    private Field with(FieldRange range) {
        return with(new Scalars(range, scalars.allowed, scalars.pattern));
    }

    /**
     * Limits numbers.
     *
     * @param min the least number
     * @param max the greatest number
     * @return a field with this range, for the value or the elements of an array
     * @throws IllegalArgumentException when no number is in it
     */
    public Field between(double min, double max) {
        return with(new FieldRange(min, false, max, false));
    }

    /**
     * Limits numbers from below.
     *
     * @param min the least number
     * @return a field with this range
     */
    public Field atLeast(double min) {
        return between(min, Double.POSITIVE_INFINITY);
    }

    /**
     * Limits numbers from below.
     *
     * @param min what numbers have to exceed
     * @return a field with this range
     */
    public Field above(double min) {
        return with(new FieldRange(min, true, Double.POSITIVE_INFINITY, false));
    }

    /**
     * Limits numbers that go round, such as azimuths: metadata beyond are brought in by whole turns.
     *
     * @param min the least number
     * @param max the greatest number, a whole turn further
     * @return a field with this range
     */
    public Field cyclic(double min, double max) {
        return with(new FieldRange(min, false, max, true));
    }

    /**
     * Limits strings to some. In metadata, case does not matter.
     *
     * @param strings the strings allowed, for the value or the elements of an array
     * @return a field with these values
     */
    public Field oneOf(String... strings) {
        return with(new Scalars(scalars.range, ordered(Stream.of(strings)), scalars.pattern));
    }

    /**
     * Limits strings by a regular expression.
     *
     * @param regex what the whole text has to match
     * @return a field with this pattern
     * @throws java.util.regex.PatternSyntaxException when it is not a regular expression
     */
    public Field matching(String regex) {
        return with(new Scalars(scalars.range, scalars.allowed, Pattern.compile(regex)));
    }

    /**
     * Limits the length of an array.
     *
     * @param lengths the numbers of elements allowed
     * @return a field with these lengths
     */
    public Field lengths(int... lengths) {
        Set<Integer> some = ordered(IntStream.of(lengths).boxed());
        return with(new Structure(some, structure.members, structure.anyMember));
    }

    /**
     * Describes members of the object, or of the objects in the array. Others are allowed.
     *
     * @param members the members
     * @return a field with these members
     */
    public Field members(Field... members) {
        Map<String, Field> byName = new LinkedHashMap<>();
        Stream.of(members).forEach(member -> byName.put(member.name(), member));
        return with(new Structure(structure.lengths, Collections.unmodifiableMap(byName), structure.anyMember));
    }

    /**
     * Describes the members of an object whose names are chosen by who writes it.
     *
     * @param member what each member is; its name does not matter
     * @return a field with such members
     */
    public Field anyMember(Field member) {
        return with(new Structure(structure.lengths, structure.members, requireNonNull(member, "member")));
    }

    /**
     * Adds a check for which the other methods have no words.
     *
     * @param newRule the check
     * @return a field with this check
     */
    public Field rule(FieldRule newRule) {
        return new Field(name, type, role, scalars, structure, requireNonNull(newRule, "rule"));
    }

    /**
     * Limits where the field applies.
     *
     * @param levels the levels; none for a field that is read in metadata of STAC 1.0.0 only
     * @return a field at these levels
     */
    public Field at(FieldLevel... levels) {
        return with(new Role(Set.of(levels), role.traits, role.summary, role.legacyBand));
    }

    /**
     * Says what is special about the field.
     *
     * @param traits the traits, in place of earlier ones
     * @return a field with these traits
     */
    public Field with(FieldTrait... traits) {
        return with(new Role(role.levels, Set.of(traits), role.summary, role.legacyBand));
    }

    /**
     * Sets how a Collection summarizes the field.
     *
     * @param summary the kind of summary
     * @return a field with this summary
     */
    public Field summary(FieldSummary summary) {
        return with(new Role(role.levels, role.traits, requireNonNull(summary, "summary"), role.legacyBand));
    }

    /**
     * Says where STAC 1.0.0 has the field of a band. Without it an entry of {@code eo:bands} has it by its own name.
     *
     * @param array the array in the asset, such as {@code raster:bands}
     * @param nameInArray the name in its entries
     * @return a field with this form
     */
    public Field legacyBand(String array, String nameInArray) {
        return with(new Role(role.levels, role.traits, role.summary, new LegacyBand(array, nameInArray)));
    }

    /**
     * Returns the name.
     *
     * @return the full name, with its prefix
     */
    public String name() {
        return name;
    }

    /**
     * Returns the type of the value.
     *
     * @return the type
     */
    public FieldType type() {
        return type;
    }

    /**
     * Returns where the field applies.
     *
     * @return the levels
     */
    public Set<FieldLevel> levels() {
        return role.levels;
    }

    /**
     * Returns whether the field has a trait.
     *
     * @param trait the trait
     * @return true when it has
     */
    public boolean is(FieldTrait trait) {
        return role.traits.contains(trait);
    }

    /**
     * Returns how a Collection summarizes the field.
     *
     * @return the kind of summary
     */
    public FieldSummary summary() {
        return role.summary;
    }

    /**
     * Returns the form of a band's field in STAC 1.0.0.
     *
     * @return the form; empty when none was given
     */
    public Optional<LegacyBand> legacyBand() {
        return Optional.ofNullable(role.legacyBand);
    }

    /**
     * Returns the numbers allowed.
     *
     * @return the range; empty for all
     */
    public Optional<FieldRange> range() {
        return Optional.ofNullable(scalars.range);
    }

    /**
     * Returns the strings allowed.
     *
     * @return the strings; empty for all
     */
    public Set<String> allowed() {
        return scalars.allowed;
    }

    /**
     * Returns what a whole text has to match.
     *
     * @return the pattern; empty for anything
     */
    public Optional<Pattern> pattern() {
        return Optional.ofNullable(scalars.pattern);
    }

    /**
     * Returns the lengths allowed for an array.
     *
     * @return numbers of elements; empty for all
     */
    public Set<Integer> lengths() {
        return structure.lengths;
    }

    /**
     * Returns the known members of the object, or of the objects in the array.
     *
     * @return the members by name
     */
    public Map<String, Field> members() {
        return structure.members;
    }

    /**
     * Returns what each member is of an object whose names are chosen by who writes it.
     *
     * @return the member; empty for another object
     */
    public Optional<Field> anyMember() {
        return Optional.ofNullable(structure.anyMember);
    }

    /**
     * Returns the check for which the other parts have no words.
     *
     * @return the check; empty for none
     */
    public Optional<FieldRule> rule() {
        return Optional.ofNullable(rule);
    }

    /**
     * Returns the prefix of a name.
     *
     * @param name the name of a field
     * @return what stands before the first colon; empty for a name without one
     */
    public static Optional<String> prefixOf(String name) {
        int colon = name.indexOf(':');
        return colon > 0 ? Optional.of(name.substring(0, colon)) : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
