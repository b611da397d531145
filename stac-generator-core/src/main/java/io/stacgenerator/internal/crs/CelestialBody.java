package io.stacgenerator.internal.crs;

import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The bodies other than the Earth that rasters are of, by the names of the IAU, the numbers of NAIF, which the codes of
 * {@code IAU_2015} begin with, and the radii in meters that reference systems have (IAU 2000, 2009 and 2015).
 *
 * @since 0.1.0
 */
public enum CelestialBody {
    SUN(10),
    MERCURY(199, 2_439_700, 2_439_400, 2_440_530, 2_438_260),
    VENUS(299, 6_051_800, 6_051_000),
    MOON(301, 1_737_400, 1_738_100, 1_738_140, 1_738_000, 1_735_970),
    MARS(499, 3_396_190, 3_396_000, 3_376_200, 3_389_500, 3_393_400, 3_376_800, 3_396_900),
    PHOBOS(401),
    DEIMOS(402),
    CERES(1, 470_000, 487_300, 482_000),
    VESTA(4, 255_000, 289_000, 285_000),
    JUPITER(599, 71_492_000),
    IO(501, 1_821_600, 1_821_490, 1_821_460),
    EUROPA(502, 1_560_800, 1_562_600, 1_562_090, 1_564_130),
    GANYMEDE(503, 2_631_200, 2_632_345, 2_632_350),
    CALLISTO(504, 2_410_300, 2_409_300, 2_409_400),
    SATURN(699, 60_268_000),
    MIMAS(601),
    ENCELADUS(602, 252_100, 249_400, 256_600),
    TETHYS(603),
    DIONE(604),
    RHEA(605),
    TITAN(606, 2_575_000, 2_574_730, 2_575_150),
    HYPERION(607),
    IAPETUS(608),
    PHOEBE(609),
    URANUS(799),
    ARIEL(701),
    UMBRIEL(702),
    TITANIA(703),
    OBERON(704),
    MIRANDA(705),
    NEPTUNE(899),
    TRITON(801, 1_352_600, 1_353_400),
    PLUTO(999, 1_188_300, 1_195_000),
    CHARON(901, 606_000, 593_000);

    private static final Pattern CODE = Pattern.compile("IAU(?:_\\d{4})?:(\\d{1,4})\\d{2}");
    private static final Pattern RADIUS = Pattern.compile("\\+(?:R|a)=(\\d{1,12}(?:\\.\\d{0,20})?)");

    /**
     * Names in definitions are joined by underscores and followed by years; {@code lunar} and others stand for them.
     */
    private static final Pattern NAME =
            Pattern.compile("(?i)(?<![a-z])(?:(%s)|(lunar|selenographic)|(martian|areographic|areocentric))(?![a-z])"
                    .formatted(Arrays.stream(values()).map(Enum::name).collect(Collectors.joining("|"))));

    private final int naifId;

    @SuppressWarnings("ImmutableEnumChecker") // a set that cannot be modified
    private final Set<Double> radii;

    CelestialBody(int naifId, double... radii) {
        this.naifId = naifId;
        this.radii = DoubleStream.of(radii).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Finds the body of a system that is not of the Earth: by its code, by the names in it, by its radius.
     *
     * @param crs the system
     * @return the body; empty for a system of the Earth or of an engineering site, or of a body not known here
     */
    public static Optional<CelestialBody> of(CrsDefinition crs) {
        if (crs.terrestrial()) {
            return Optional.empty();
        }
        String definition = Stream.of(crs.name(), crs.wkt2(), crs.projjson())
                .flatMap(Optional::stream)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return crs.code()
                .flatMap(CelestialBody::ofCode)
                .or(() -> named(definition))
                .or(() -> crs.projString().flatMap(CelestialBody::ofRadius));
    }

    /** Finds the first body that a text names. */
    static Optional<CelestialBody> named(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.find()) {
            return Optional.empty();
        }
        return Optional.of(
                name.group(1) == null
                        ? name.group(2) == null ? MARS : MOON
                        : valueOf(name.group(1).toUpperCase(Locale.ROOT)));
    }

    /** Finds the body of a code of the IAU. */
    static Optional<CelestialBody> ofCode(String code) {
        Matcher number = CODE.matcher(code);
        return number.matches() ? first(body -> body.naifId == Integer.parseInt(number.group(1))) : Optional.empty();
    }

    private static Optional<CelestialBody> ofRadius(String projString) {
        OptionalDouble radius = radius(projString);
        return radius.isEmpty()
                ? Optional.empty()
                : first(body -> body.radii.stream().anyMatch(each -> Math.abs(each - radius.getAsDouble()) < 1));
    }

    /** Returns the radius or semi-major axis in meters that a PROJ string gives as a number. */
    static OptionalDouble radius(String projString) {
        Matcher radius = RADIUS.matcher(projString);
        return radius.find() ? OptionalDouble.of(Double.parseDouble(radius.group(1))) : OptionalDouble.empty();
    }

    private static Optional<CelestialBody> first(Predicate<CelestialBody> condition) {
        return Arrays.stream(values()).filter(condition).findFirst();
    }

    /**
     * Returns the name as the IAU writes it.
     *
     * @return such as {@code Mars}
     */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
