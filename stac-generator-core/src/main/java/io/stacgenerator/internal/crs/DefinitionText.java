package io.stacgenerator.internal.crs;

import io.stacgenerator.Warning;
import io.stacgenerator.internal.budget.AssetBudget;
import io.stacgenerator.internal.proj.CrsTable;
import io.stacgenerator.internal.proj.NamedSystems;
import io.stacgenerator.model.JsonText;
import io.stacgenerator.spi.raster.CrsDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A definition of a reference system as text: a code, a PROJ string, well-known text of any kind, PROJJSON, or a clause
 * of MapInfo.
 */
final class DefinitionText {

    /** What becomes of a vertical system that nothing here can write out. */
    static final String ONE_SYSTEM =
            "only the horizontal one is used; with GDAL (scripts/install-gdal) both are, where it knows them";

    private static final Pattern CODE = Pattern.compile("(?i)(EPSG|ESRI|IAU_2015|OGC):+([A-Za-z0-9]{1,12})");

    /** OGC 09-048r5 and 10-103. */
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:urn:(?:x-)?ogc:def:crs:|https?://(?:www\\.)?opengis\\.net/def/crs/)"
                    + "(EPSG|ESRI|IAU_2015|OGC)[:/][0-9.]{0,8}[:/]([A-Za-z0-9]{1,12})");

    private static final Pattern PARTS = Pattern.compile("(?i)(EPSG:\\d{1,6})\\+(\\d{1,6})");
    private static final Pattern INIT = Pattern.compile("(?i)\\+?init=(epsg):(\\d{1,6}).*", Pattern.DOTALL);
    private static final Pattern PROJ = Pattern.compile("\\s*\\+?proj=.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?:EPSG|ESRI):(\\d{1,6})");

    /** The systems of OGC in degrees have longitude first (OGC 06-042, B.2 and B.3), which PROJ strings have anyway. */
    private static final Map<String, String> OF_OGC = Map.of(
            "OGC:CRS84", "+proj=longlat +datum=WGS84 +no_defs", "OGC:CRS83", "+proj=longlat +datum=NAD83 +no_defs");

    /** What {@code SetWellKnownGeogCS} of GDAL knows by name. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "WGS84", "EPSG:4326",
            "WGS72", "EPSG:4322",
            "NAD27", "EPSG:4267",
            "NAD83", "EPSG:4269",
            "CRS84", "OGC:CRS84",
            "CRS83", "OGC:CRS83");

    private DefinitionText() {}

    /** Reads a text; empty where it defines no system. */
    static Optional<CrsDefinition> read(String text, CrsEngine engine, List<Warning> warnings) {
        Optional<String> code = code(text.strip());
        if (code.isPresent()) {
            return Optional.of(coded(code.get(), engine));
        }
        Matcher parts = PARTS.matcher(text.strip());
        if (parts.matches()) {
            return Optional.of(compound(parts.group(1), parts.group(2), engine, warnings));
        }
        Optional<CrsDefinition> own = own(text);
        return own.filter(crs -> isLocal(crs) || isCoded(crs, warnings))
                .or(() -> engine.read(text)
                        .map(crs -> dropped(own, crs))
                        .or(() -> own.map(DefinitionText::uncoded))
                        .map(ReferenceSystems::recognized));
    }

    private static Optional<String> code(String text) {
        return Stream.of(CODE, NAME, INIT)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(form -> form.group(1).toUpperCase(Locale.ROOT) + ":" + form.group(2))
                .or(() -> Optional.ofNullable(WELL_KNOWN.get(text.toUpperCase(Locale.ROOT))));
    }

    private static CrsDefinition compound(
            String horizontal, String vertical, CrsEngine engine, List<Warning> warnings) {
        String code = horizontal.toUpperCase(Locale.ROOT);
        Optional<CrsDefinition> known = NamedSystems.compound(code, vertical)
                .map(DefinitionText::coded)
                .or(() -> engine.read(code + "+" + vertical));
        if (known.isEmpty()) {
            warnings.add(new Warning(
                    "vertical-crs-ignored",
                    "EPSG:%s is a vertical reference system, %s".formatted(vertical, ONE_SYSTEM)));
        }
        return known.orElseGet(() -> coded(code));
    }

    private static Optional<CrsDefinition> own(String text) {
        if (MapInfoCoordSys.matches(text)) {
            return MapInfoCoordSys.read(text);
        }
        if (text.stripLeading().startsWith("{")) {
            return projjson(text);
        }
        return PROJ.matcher(text).matches()
                ? Optional.of(ReferenceSystems.definition(null, null, text.strip(), null, null, terrestrial(text)))
                : WktNode.parse(text).map(root -> WktCrs.of(root, text));
    }

    private static Optional<CrsDefinition> projjson(String text) {
        try {
            return Optional.of(WktCrs.of(JsonText.parse(text, AssetBudget.elements())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes a system of a code, with its definition where it is one of another body. */
    private static CrsDefinition coded(String code, CrsEngine engine) {
        boolean onEarth = listed(code).isPresent();
        Optional<CrsDefinition> known = onEarth ? Optional.empty() : engine.read(code);
        return known.filter(crs -> !crs.terrestrial())
                .map(crs -> crs.toBuilder().code(code).build())
                .orElseGet(() -> ReferenceSystems.definition(
                        code,
                        null,
                        OF_OGC.get(code),
                        null,
                        null,
                        CelestialBody.ofCode(code).isEmpty()));
    }

    /** Makes a system of a code alone. */
    static CrsDefinition coded(String code) {
        return ReferenceSystems.definition(code, null, null, null, null, true);
    }

    private static boolean terrestrial(String projString) {
        OptionalDouble radius = CelestialBody.radius(projString);
        return radius.isEmpty() || Ellipsoid.terrestrial(radius.getAsDouble());
    }

    /** Of a local system there is nothing else to find out. */
    private static boolean isLocal(CrsDefinition crs) {
        return !crs.terrestrial()
                && crs.projString().isEmpty()
                && crs.projjson().isEmpty();
    }

    /** Returns whether the code of a system counts, and says all that has to be said of it. */
    private static boolean isCoded(CrsDefinition crs, List<Warning> warnings) {
        Matcher number = NUMBER.matcher(crs.code().orElse(""));
        if (!number.matches() || !crs.terrestrial()) {
            return false;
        }
        int value = Integer.parseInt(number.group(1));
        return CrsTable.find(value).isPresent()
                && CodeCheck.codeCounts(value, crs.projString().orElse(null), warnings);
    }

    /** What {@link #isCoded} refused is not let in again by another way. */
    private static CrsDefinition dropped(Optional<CrsDefinition> own, CrsDefinition crs) {
        boolean refused =
                own.flatMap(CrsDefinition::code).flatMap(DefinitionText::listed).isPresent();
        return refused ? uncoded(crs) : crs;
    }

    private static Optional<Integer> listed(String code) {
        Matcher number = NUMBER.matcher(code);
        return number.matches()
                ? CrsTable.find(Integer.parseInt(number.group(1))).map(entry -> entry.code())
                : Optional.empty();
    }

    private static CrsDefinition uncoded(CrsDefinition crs) {
        boolean refused = crs.code().flatMap(DefinitionText::listed).isPresent();
        return refused ? crs.toBuilder().code(null).build() : crs;
    }
}
