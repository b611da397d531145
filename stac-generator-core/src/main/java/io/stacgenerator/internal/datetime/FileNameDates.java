package io.stacgenerator.internal.datetime;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The date in the name of a file, such as {@code 20220722T105631}, {@code 2022-07-22} or {@code A2022203}, or the range
 * from one to another that follows it.
 *
 * @param span the date or the range; empty where there is none
 * @param refused what looks like a date but is not, with the reason
 */
public record FileNameDates(Optional<TimeSpan> span, List<String> refused) {

    /** Between the dates of a range; what has more between it is another date, such as that of the processing. */
    private static final Pattern BETWEEN = Pattern.compile("[-_. ]{1,3}|[-_. ]?(?i:to|until|thru|through)[-_. ]?");

    /**
     * Names whose second date is that of the processing: the product identifiers of ASTER, Landsat Collection 2 and
     * OPERA, the quarter quads of NAIP, and Sentinel-2 in Earth Engine.
     */
    private static final Pattern PROCESSED_LATER = Pattern.compile("(?i)(?<![a-z0-9])(?:AST_[0-9A-Z]{2,4}_"
            + "|L[A-Z]\\d\\d_|OPERA_L\\d_(?!DISP)|m_\\d{7}_[ns][ew]_"
            + "|\\d{8}T\\d{6}_\\d{8}T\\d{6}_T\\d{2}[A-Z]{3}(?![a-z0-9]))");

    /** Not the sides of tiles from 2048 on. */
    private static final Pattern YEAR =
            Pattern.compile("(?<![A-Za-z0-9])(?<![0-9][.,])(?:19\\d\\d|20[0-3]\\d)(?![A-Za-z0-9]|[.,][0-9])");

    /** Words before the date of a file instead of its data. */
    private static final Pattern MADE =
            Pattern.compile("(?i)(?<![a-z])(?:created|processed|generated|produced|published"
                    + "|updated|released|revised|printed|exported|downloaded|modified|edited|scanned|version)[-_. ]?$");

    private record Match(
            int from,
            int to,
            @Nullable TimeSpan span,
            @Nullable Instant end,
            @Nullable String refusal,
            boolean ambiguous) {

        static Match refused(Matcher match, @Nullable String why, boolean ambiguous) {
            String refusal = "'%s' (%s)".formatted(match.group(), why);
            return new Match(match.start(), match.end(), null, null, refusal, ambiguous);
        }

        /** Returns whether it is a date, even if not known which. */
        boolean isDate() {
            return span != null || ambiguous;
        }

        int length() {
            return to - from;
        }
    }

    /**
     * Looks for dates.
     *
     * @param name the name of a file
     * @param own the one form to look for, by groups {@code year}, {@code month}, {@code day}, {@code dayOfYear},
     *     {@code hour}, {@code minute} and {@code second}; its second match ends a range. Null for those that are
     *     common
     */
    public static FileNameDates of(String name, @Nullable Pattern own) {
        List<DateForm> forms = own == null ? DateForm.ALL : List.of(DateForm.of(own));
        List<Match> matches = matches(name, forms, own != null);
        List<Match> dates = matches.stream().filter(Match::isDate).toList();
        List<String> refused =
                matches.stream().map(Match::refusal).flatMap(Stream::ofNullable).toList();
        return new FileNameDates(
                span(name, dates, own != null), matches.isEmpty() && own == null ? years(name) : refused);
    }

    /** A year alone may be that of a map, a survey, a model or an edition, and stands for none of its days. */
    private static List<String> years(String name) {
        return YEAR.matcher(name)
                .results()
                .map(year -> "'%s' (a year alone)".formatted(year.group()))
                .toList();
    }

    private static Optional<TimeSpan> span(String name, List<Match> dates, boolean own) {
        if (dates.isEmpty() || dates.get(0).span() == null) {
            return Optional.empty();
        }
        TimeSpan first = dates.get(0).span();
        if (dates.size() == 1 || !(own || follow(name, dates.get(0), dates.get(1)))) {
            return Optional.of(first);
        }
        Instant last = dates.get(1).end();
        boolean later = last != null
                && dates.get(1).span() != null
                && dates.get(1).span().start().isAfter(first.start());
        return Optional.of(later ? new TimeSpan(first.start(), last, true) : first);
    }

    private static boolean follow(String name, Match first, Match second) {
        return BETWEEN.matcher(name.substring(first.to(), second.from())).matches()
                && !PROCESSED_LATER.matcher(name).find();
    }

    /** Returns what matches, in the order of the name: of what overlaps the longer, else what is a date. */
    private static List<Match> matches(String name, List<DateForm> forms, boolean own) {
        List<Match> all = new ArrayList<>();
        for (DateForm form : forms) {
            Matcher matcher = form.matcher(name);
            for (int at = 0;
                    at <= name.length() && matcher.find(at);
                    at = Math.max(matcher.end(), matcher.start() + 1)) {
                if (own) {
                    add(form, matcher, null, all);
                } else if (MADE.matcher(name.substring(0, matcher.start())).find()) {
                    all.add(Match.refused(matcher, "when the file was made", false));
                } else {
                    add(form, matcher, form.ambiguity(matcher), all);
                }
            }
        }
        all.sort(Comparator.comparing((Match match) -> -match.length())
                .thenComparing(match -> match.span() == null)
                .thenComparing(Match::from));
        List<Match> apart = new ArrayList<>();
        for (Match match : all) {
            if (apart.stream().allMatch(other -> match.to() <= other.from() || match.from() >= other.to())) {
                apart.add(match);
            }
        }
        apart.sort(Comparator.comparing(Match::from));
        return apart;
    }

    private static void add(DateForm form, Matcher match, @Nullable String ambiguity, List<Match> into) {
        if (ambiguity != null) {
            into.add(Match.refused(match, ambiguity, true));
            return;
        }
        try {
            TimeSpan span = form.read(match);
            into.add(new Match(match.start(), match.end(), span, form.end(match, span), null, false));
        } catch (DateTimeException e) {
            if (form.meansDate(match)) {
                into.add(Match.refused(match, e.getMessage(), false));
            }
        }
    }
}
