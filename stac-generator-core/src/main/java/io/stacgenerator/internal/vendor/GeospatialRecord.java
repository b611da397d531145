package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads records of ISO 19115 in the forms of ISO 19139 and ISO 19115-3, and of FGDC's Content Standard for Digital
 * Geospatial Metadata (FGDC-STD-001-1998): title, abstract, time, extent, constraints and contacts.
 */
public final class GeospatialRecord implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> GeospatialRecord.class.getResourceAsStream("iso.txt"));

    /** Comes after vendors of scenes, whose own documents say more. */
    private static final int LATE = 100;

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:T(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(Z|[-+]\\d\\d:\\d\\d)?)?");
    private static final Pattern LICENSE = Pattern.compile(
            "(?i)\\b(?:CC[- ]|creativecommons\\.org/licenses/)(?<by>BY(?:[- ](?:SA|ND|NC))*)[- /](?<version>\\d\\.\\d)\\b"
                    + "|\\b(?<name>CC0-1\\.0|ODbL-1\\.0|PDDL-1\\.0)\\b|creativecommons\\.org/publicdomain/zero/1\\.0");

    /** The time of a day in FGDC, with or without colons and zone. */
    private static final Pattern TIME =
            Pattern.compile("(\\d\\d):?(\\d\\d):?(\\d\\d)(?:\\.\\d+)?(?:(?<zone>[-+]\\d\\d):?(?<minutes>\\d\\d)|Z)?");

    @Override
    public String id() {
        return "iso";
    }

    @Override
    public int order() {
        return LATE;
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        if (said.first("idinfo").isPresent()) {
            fgdc(said.part("idinfo"), item);
        } else {
            iso(said, item);
        }
    }

    private static void iso(Section said, PartialItem item) {
        Section data = said.first("identificationInfo").orElse(said);
        item.set("title", character(data.part("title")));
        item.set("description", character(data.part("abstract")));
        if (!isAlone(item)) {
            return;
        }
        range(
                first(data, "beginPosition", "begin"),
                first(data, "endPosition", "end"),
                Stream.of("timePosition").flatMap(data::texts).findFirst(),
                item);
        box(
                item,
                character(data.part("westBoundLongitude")),
                character(data.part("southBoundLatitude")),
                character(data.part("eastBoundLongitude")),
                character(data.part("northBoundLatitude")));
        license(
                Stream.of("useLimitation", "otherConstraints")
                        .flatMap(data::all)
                        .flatMap(GeospatialRecord::textAndLinks)
                        .toList(),
                item);
        Stream.concat(data.all("CI_ResponsibleParty"), data.all("CI_Responsibility"))
                .forEach(party -> provider(party, item));
    }

    /** Next to a document of a vendor a record, which is coarser, has its words alone. */
    private static boolean isAlone(PartialItem item) {
        return !item.hasMetadata("(?!" + Pattern.quote(item.fileName()) + "$).+");
    }

    /** The first text within elements of these names. */
    private static Optional<String> first(Section data, String... names) {
        return Stream.of(names)
                .flatMap(data::all)
                .flatMap(element -> character(element).stream())
                .findFirst();
    }

    private static Stream<String> textAndLinks(Section element) {
        return Stream.concat(
                character(element).stream(), element.within().flatMap(within -> within.attribute("href").stream()));
    }

    /** The text of an element of text, which is in an element within it. */
    private static Optional<String> character(Section element) {
        return Stream.concat(Stream.of(element), element.within())
                .map(section -> section.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static void provider(Section party, PartialItem item) {
        Optional<String> name = Stream.of(
                        party.part("organisationName"),
                        party.part("CI_Organisation").part("name"))
                .flatMap(section -> character(section).stream())
                .findFirst();
        String code = party.first("CI_RoleCode")
                .flatMap(role -> role.attribute("codeListValue"))
                .orElse("");
        String role = switch (code) {
            case "originator", "author", "principalInvestigator", "resourceProvider" -> "producer";
            case "processor" -> "processor";
            case "distributor", "publisher", "custodian" -> "host";
            case "owner", "rightsHolder" -> "licensor";
            default -> "";
        };
        if (name.isPresent() && !role.isEmpty()) {
            String url = Stream.of("URL", "linkage")
                    .flatMap(party::all)
                    .flatMap(link -> character(link).stream())
                    .filter(link -> link.matches("https?://\\S+"))
                    .findFirst()
                    .orElse("");
            item.provider(name.get(), url, role);
        }
    }

    private static void fgdc(Section data, PartialItem item) {
        Section citation = data.part("citeinfo");
        item.set("title", citation.text("title"));
        item.set("description", data.part("descript").text("abstract"));
        if (!isAlone(item)) {
            return;
        }
        Section time = data.part("timeperd");
        List<String> single = time.all("sngdate")
                .flatMap(date -> date.text("caldate").map(day -> withTime(day, date.text("time"))).stream())
                .filter(date -> DATE.matcher(date).matches())
                .sorted()
                .toList();
        boolean several = single.size() > 1;
        range(
                several
                        ? Optional.of(single.get(0))
                        : time.text("begdate").map(date -> withTime(date, time.text("begtime"))),
                several
                        ? Optional.of(single.get(single.size() - 1))
                        : time.text("enddate").map(date -> withTime(date, time.text("endtime"))),
                several ? Optional.empty() : single.stream().findFirst(),
                item);
        Section bounds = data.part("bounding");
        box(item, bounds.text("westbc"), bounds.text("southbc"), bounds.text("eastbc"), bounds.text("northbc"));
        license(Stream.of("useconst", "accconst").flatMap(data::texts).toList(), item);
        citation.texts("origin").distinct().forEach(name -> item.provider(name, "", "producer"));
    }

    private static String withTime(String date, Optional<String> time) {
        return time.map(TIME::matcher)
                .filter(found -> found.matches() && date.indexOf('T') < 0)
                .map(found -> "%sT%s:%s:%s%s"
                        .formatted(
                                date,
                                found.group(1),
                                found.group(2),
                                found.group(3),
                                found.group("zone") == null ? "Z" : found.group("zone") + ":" + found.group("minutes")))
                .orElse(date);
    }

    private static void range(Optional<String> begin, Optional<String> end, Optional<String> at, PartialItem item) {
        item.acquired(
                at.flatMap(text -> time(text, "00:00:00")),
                begin.flatMap(text -> time(text, "00:00:00")),
                end.flatMap(text -> time(text, "23:59:59")));
    }

    /** Words such as {@code Present}, years and months are not instants. */
    private static Optional<String> time(String text, String ofDay) {
        Matcher date = DATE.matcher(text.strip());
        return date.matches()
                ? Optional.of("%s-%s-%sT%s%s"
                        .formatted(
                                date.group(1),
                                date.group(2),
                                date.group(3),
                                Optional.ofNullable(date.group(4)).orElse(ofDay),
                                Optional.ofNullable(date.group(5)).orElse("Z")))
                : Optional.empty();
    }

    private static void box(
            PartialItem item,
            Optional<String> west,
            Optional<String> south,
            Optional<String> east,
            Optional<String> north) {
        if (west.isPresent() && south.isPresent() && east.isPresent() && north.isPresent()) {
            item.outline(List.of(
                    west.get(),
                    south.get(),
                    east.get(),
                    south.get(),
                    east.get(),
                    north.get(),
                    west.get(),
                    north.get()));
        }
    }

    /** A license by its name in the list of SPDX, where the constraints name one; other terms are other. */
    static void license(List<String> constraints, PartialItem item) {
        constraints.stream()
                .map(LICENSE::matcher)
                .filter(Matcher::find)
                .map(GeospatialRecord::spdx)
                .findFirst()
                .or(() -> constraints.isEmpty() ? Optional.empty() : Optional.of("other"))
                .ifPresent(license -> item.set("license", license));
    }

    private static String spdx(Matcher found) {
        String by = found.group("by");
        if (by != null) {
            return "CC-%s-%s".formatted(by.toUpperCase(Locale.ROOT).replace(' ', '-'), found.group("version"));
        }
        String name = found.group("name");
        return name == null ? "CC0-1.0" : name;
    }
}
