package io.stacgenerator.internal.crs;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.proj.CrsEntry;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.NamedSystems;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reference system that GeoKeys give: OGC 19-008r4 sections 7.2 to 7.5. */
final class GeoKeyCrs {

    private static final int PROJECTED = 1;
    private static final int GEOCENTRIC = 3;
    private static final int FIRST_OF_ESRI = 32768;

    /** GeoTIFF 1.0 section 6.3.4.1: heights above the ellipsoid of WGS 84, which EPSG no longer has. */
    private static final int WGS_84_HEIGHT = 5030;

    private static final int WGS_84_3D = 4979;

    private static final Pattern FIGURE = Pattern.compile(" \\+(?:ellps|a|b|pm|base)=\\S+");

    private static final String UNNAMED = "unnamed";

    private final GeoKeys keys;
    private final CrsEngine engine;
    private final List<Warning> warnings;

    GeoKeyCrs(GeoKeys keys, CrsEngine engine, List<Warning> warnings) {
        this.keys = keys;
        this.engine = engine;
        this.warnings = warnings;
    }

    Optional<CrsDefinition> read() {
        Optional<CrsDefinition> crs = horizontal();
        crs.filter(each -> each.code().isEmpty()).ifPresent(each -> warnOfUnit());
        return keys.has(GeoKeys.VERTICAL_CRS) ? crs.map(this::withHeights) : crs;
    }

    private void warnOfUnit() {
        int code = keys.registered(GeoKeys.PROJECTED_CRS);
        if (code != 0 && UnitOverride.of(keys, code).isPresent()) {
            warnings.add(new Warning(
                    "crs-unit-contradicted",
                    "the file gives EPSG:%d and another unit of length than that of this system, so that it has no code"
                            .formatted(code)));
        }
    }

    /** A compound system has a code of its own, or is written out by GDAL. */
    private CrsDefinition withHeights(CrsDefinition horizontal) {
        Optional<CrsDefinition> written = engine.read(keys).filter(whole -> isCompound(whole, horizontal));
        Optional<String> compound = compoundCode(horizontal);
        if (written.isPresent()) {
            return written.get().toBuilder()
                    .code(compound.or(horizontal::code).orElse(null))
                    .projString(horizontal.projString().orElse(null))
                    .build();
        }
        if (compound.isPresent()) {
            return DefinitionText.coded(compound.get());
        }
        warnings.add(new Warning(
                "vertical-crs-ignored",
                "the file has a vertical reference system (GeoKey %d is %d), %s"
                        .formatted(GeoKeys.VERTICAL_CRS, keys.code(GeoKeys.VERTICAL_CRS), DefinitionText.ONE_SYSTEM)));
        return horizontal;
    }

    private static boolean isCompound(CrsDefinition whole, CrsDefinition horizontal) {
        return whole.wkt2().filter(wkt2 -> wkt2.contains("VERTCRS[")).isPresent()
                && whole.terrestrial() == horizontal.terrestrial();
    }

    private Optional<String> compoundCode(CrsDefinition horizontal) {
        int vertical = keys.registered(GeoKeys.VERTICAL_CRS);
        return NamedSystems.compound(horizontal.code().orElse(null), vertical == 0 ? null : String.valueOf(vertical))
                .or(() -> threeDimensional(horizontal, vertical == WGS_84_HEIGHT ? WGS_84_3D : vertical));
    }

    /** Writers give the geographic system of three dimensions in the place of a vertical one. */
    private static Optional<String> threeDimensional(CrsDefinition horizontal, int code) {
        return CrsTable.find(code)
                .filter(CrsEntry::geographic)
                .filter(whole -> CrsTable.find(horizontal)
                        .filter(map -> map.geographic()
                                && map.code() < FIRST_OF_ESRI
                                && map.datum().equals(whole.datum())
                                && map.projString().equals(whole.projString()))
                        .isPresent())
                .map(CrsEntry::authorityCode);
    }

    private Optional<CrsDefinition> horizontal() {
        return switch (keys.code(GeoKeys.MODEL_TYPE)) {
            case PROJECTED -> Optional.of(coded(GeoKeys.PROJECTED_CRS));
            case GeoKeys.GEOGRAPHIC, GEOCENTRIC -> Optional.of(coded(GeoKeys.GEODETIC_CRS));
            default -> unmodelled();
        };
    }

    /** Without a model type a code still says enough; a citation may hold a definition, or name a system of its own. */
    private Optional<CrsDefinition> unmodelled() {
        if (keys.registered(GeoKeys.PROJECTED_CRS) != 0) {
            return Optional.of(coded(GeoKeys.PROJECTED_CRS));
        }
        if (keys.registered(GeoKeys.GEODETIC_CRS) != 0 && cited().isEmpty()) {
            return Optional.of(coded(GeoKeys.GEODETIC_CRS));
        }
        return cited().map(text -> userDefined(0))
                .or(() -> keys.text(GeoKeys.CITATION)
                        .map(name -> ReferenceSystems.definition(null, name, null, null, null, false)));
    }

    private CrsDefinition coded(int key) {
        int code = keys.registered(key);
        if (code == 0) {
            return userDefined(key);
        }
        if (code >= FIRST_OF_ESRI) {
            return ReferenceSystems.definition("ESRI:" + code, name(), null, null, null, true);
        }
        if (key == GeoKeys.PROJECTED_CRS && !keys.has(GeoKeys.GEODETIC_CRS)) {
            Ellipsoid.of(keys).flatMap(own -> CodeCheck.ofFigure(code, own)).ifPresent(warnings::add);
        }
        Optional<CrsDefinition> inOtherUnit = UnitOverride.of(keys, code);
        return inOtherUnit.isPresent() || CodeCheck.codeCounts(code, parameters(key, code), warnings)
                ? inOtherUnit.orElseGet(() -> CrsDefinition.epsg(code))
                : userDefined(key);
    }

    /** Returns what the file itself says of the system of a code, or null where it says nothing. */
    private @Nullable String parameters(int key, int code) {
        if (key == GeoKeys.PROJECTED_CRS && keys.has(GeoKeys.PROJECTION_METHOD)) {
            return UserDefinedCrs.parts(keys, "")
                    .map(DefinedCrs::proj)
                    .or(() -> onSameDatum(code))
                    .orElse(null);
        }
        if (key == GeoKeys.PROJECTED_CRS && keys.has(GeoKeys.GEODETIC_CRS)) {
            return onOtherDatum(code);
        }
        return null;
    }

    /** Returns the map projection that the file gives on the datum of the code, where it says nothing of a datum. */
    private Optional<String> onSameDatum(int code) {
        return CrsTable.find(code)
                .filter(entry -> !keys.has(GeoKeys.GEODETIC_CRS)
                        && !entry.shifts().contains(";")
                        && !entry.projString().contains("+to_meter="))
                .flatMap(entry -> Conversion.of(keys, "").map(map -> map.proj() + datum(entry)));
    }

    private static String datum(CrsEntry entry) {
        String figure = FIGURE.matcher(entry.projString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        return figure + (entry.shifts().isEmpty() ? "" : " +towgs84=" + entry.shifts());
    }

    /** Returns the map projection of a code on the datum that the file gives next to it. */
    private @Nullable String onOtherDatum(int code) {
        CrsEntry entry = CrsTable.find(code).orElse(null);
        GeographicCrs base = GeographicCrs.of(keys).orElse(null);
        if (entry == null || base == null) {
            return null;
        }
        boolean same = !keys.has(GeoKeys.TO_WGS84)
                && CrsTable.find(base.code())
                        .filter(each -> each.shifts().equals(entry.shifts()))
                        .isPresent();
        Matcher figure = FIGURE.matcher(entry.projString());
        return same ? null : figure.replaceAll("") + " " + base.proj();
    }

    /** GDAL is asked for what has no code, so that the answer is the one that it gives for the file. */
    private CrsDefinition userDefined(int key) {
        CrsDefinition own = ReferenceSystems.recognized(own(key));
        return engine.read(keys)
                .filter(crs -> !isMistaken(crs, key))
                .map(crs -> named(crs, own))
                .map(ReferenceSystems::recognized)
                .map(crs -> crs.code().isPresent()
                        ? crs
                        : crs.toBuilder().code(own.code().orElse(null)).build())
                .orElse(own);
    }

    /** A base geographic system is never taken for a projected one, nor an unknown method for a local system. */
    private static boolean isMistaken(CrsDefinition crs, int key) {
        String type =
                crs.projjson().map(json -> String.valueOf(json.get("type"))).orElse("");
        return type.startsWith("Engineering") || (key == GeoKeys.PROJECTED_CRS && type.startsWith("Geo"));
    }

    /** Bodies of the size of the Earth are recognized by their names only. */
    private static CrsDefinition named(CrsDefinition crs, CrsDefinition own) {
        return crs.toBuilder()
                .name(crs.name().or(own::name).orElse(null))
                .terrestrial(crs.terrestrial() && own.terrestrial())
                .build();
    }

    private CrsDefinition own(int key) {
        Optional<CrsDefinition> cited =
                cited().flatMap(text -> DefinitionText.read(text, new NoEngine(), new ArrayList<>()));
        if (cited.isPresent()) {
            return cited.get();
        }
        Optional<String> onSameDatum =
                key == GeoKeys.PROJECTED_CRS ? onSameDatum(keys.registered(key)) : Optional.empty();
        if (onSameDatum.isPresent()) {
            return ReferenceSystems.definition(null, name(), onSameDatum.get(), null, null, true);
        }
        return key == GeoKeys.PROJECTED_CRS
                ? UserDefinedCrs.projected(keys, name())
                : UserDefinedCrs.geographic(keys, geographicName());
    }

    /** Returns the well-known text that ESRI puts into citations. */
    private Optional<String> cited() {
        return Citation.of(keys, GeoKeys.PROJECTED_CITATION)
                .wellKnownText()
                .or(() -> Citation.of(keys, GeoKeys.CITATION).wellKnownText())
                .or(() -> Citation.of(keys, GeoKeys.GEODETIC_CITATION).wellKnownText());
    }

    private String name() {
        return Citation.of(keys, GeoKeys.PROJECTED_CITATION)
                .name("PCS Name")
                .or(() -> Citation.of(keys, GeoKeys.CITATION).name("PCS Name"))
                .or(() -> Citation.of(keys, GeoKeys.GEODETIC_CITATION).name("GCS Name"))
                .orElse(UNNAMED);
    }

    private String geographicName() {
        return Citation.of(keys, GeoKeys.GEODETIC_CITATION)
                .name("GCS Name")
                .or(() -> Citation.of(keys, GeoKeys.CITATION).name("GCS Name"))
                .orElse(UNNAMED);
    }
}
