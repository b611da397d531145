package io.stacgenerator.internal.datetime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way to write a date in the name of a file, by a pattern with groups for its parts. */
final class DateForm {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    /** No satellite that is named so is older. */
    private static final int FIRST_YEAR_OF_TWO_DIGITS = 2000;

    /** A number above it that is followed by a small one is more likely the size or the index of a tile. */
    private static final int LAST_YEAR_OF_A_SHORT_FORM = 2040;

    /** 190704 may be a month, and the day of a camera or an airborne instrument. */
    private static final int SIX_DIGITS = 6;

    private static final String START = "(?<![A-Za-z0-9])";
    private static final String END = "(?![0-9])";

    /**
     * After T or nothing the seconds may be missing, and more digits are a part of a second; after other separators the
     * digits may be another number. A minus before four digits is more likely a separator than an offset.
     */
    private static final String TIME = "(?:[Tt]?(?<hour>\\d{2})(?<colon>[-:.]?|(?<=[Tt]\\d\\d)_)(?<minute>\\d{2})"
            + "(?:\\k<colon>(?<second>\\d{2})(?:\\d|\\d{3})?)?"
            + "(?:Z|(?<sign>[+-](?=\\d\\d:)|[+])(?<zoneHour>\\d{2}):?(?<zoneMinute>\\d{2}))?"
            + "|[-_ ](?<hour2>\\d{2})(?<colon2>[-:.]?)(?<minute2>\\d{2})\\k<colon2>(?<second2>\\d{2})Z?)?";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH_NAME =
            "(?<name>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
                    + "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))";

    /** In the order in which they are tried where several match the same characters. */
    static final List<DateForm> ALL = List.of(
            // d20200227_t1945004 of VIIRS: time and tenths of a second (JPSS CDFCB, naming of products)
            of("(?<=_)d(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})_t(?<hour>\\d{2})(?<minute>\\d{2})"
                    + "(?<second>\\d{2})\\d(?=_)"),
            // ALOS2146686640-170209-FBDR1.5GUA of PALSAR-2: two digits of the year (JAXA, ALOS-2 product format
            // description)
            of("(?<=ALOS2\\d{9,10}-)(?<shortYear>\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?=[-_])"),
            // HS_H08_20200101_0210 of Himawari: the minute of the observation (Himawari Standard Data User's Guide)
            of("(?<=_H\\d\\d_)(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})_(?<hour>\\d{2})(?<minute>\\d{2})(?=_)"),
            // 20220722T105631, 2022-07-22, 2022_07_22, d20220722
            of(START + "[AaDd]?(?<year>\\d{4})(?<separator>[-_. ]?)(?<month>\\d{2})\\k<separator>(?<day>\\d{2})" + TIME
                    + END),
            // the times of GOES: year, day of year, time, tenths of a second (GOES-R Product Definition, volume 5)
            of("(?<=_)[se](?<year>\\d{4})(?<dayOfYear>\\d{3})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})\\d"
                    + END),
            // doy2021123 and doy2021123101112 of AppEEARS
            of(START + "doy(?<year>\\d{4})(?<dayOfYear>\\d{3})(?:(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2}))?"
                    + END),
            // AST_L1T_00305142006194629: month, day, year and time after a version (ASTER Users' Guide)
            of("(?<=" + START + "AST_[0-9A-Z]{2,4}_\\d{3})(?<month>\\d{2})(?<day>\\d{2})(?<year>\\d{4})"
                    + "(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})" + END),
            // A2021123 and A2021123.1505 of MODIS, 2021123T101112 of HLS; but not the tile of a RapidEye
            of(START + "(?!\\d{7}_\\d{4}-\\d{2}-\\d{2}_RE\\d_)[Aa]?(?<year>\\d{4})-?(?<dayOfYear>\\d{3})"
                    + "(?:[T.](?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?)?" + END),
            // the scene of a Landsat before its collections: LC8, path, row, year and day of year, station
            of("(?<=" + START + "L[A-Z]\\d\\d{6})(?<year>\\d{4})(?<dayOfYear>\\d{3})(?=[A-Z]{3}\\d\\d)"),
            // 23JUN01101112-P2AS_R1C1 of Maxar: year, month, day and time before the kind of image
            of(START + "(?<shortYear>\\d{2})" + MONTH_NAME
                    + "(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?=-[A-Z]\\d[A-Z]{2}[-_])"),
            of(START + "(?<day>\\d{1,2})(?<separator>[-_. ]?)" + MONTH_NAME + "\\k<separator>(?<year>\\d{4})" + END),
            of(START + "(?<year>\\d{4})(?<separator>[-_. ]?)" + MONTH_NAME + "\\k<separator>(?<day>\\d{1,2})" + END),
            of(START + MONTH_NAME + "(?<separator>[-_. ])(?<day>\\d{1,2})(?:,? |\\k<separator>)(?<year>\\d{4})" + END),
            of(START + MONTH_NAME + "[-_. ]?(?<year>\\d{4})" + END),
            of(START + "(?<year>\\d{4})[-_. ]?" + MONTH_NAME + "(?![A-Za-z0-9])"),
            // 22-07-2022, 07-22-2022, 22072022
            of(START + "(?<a>\\d{2})(?<separator>[-_. ]?)(?<b>\\d{2})\\k<separator>(?<year>\\d{4})" + END),
            of(START + "(?<year>\\d{4})(?<separator>[-_.]?)(?<month>\\d{2})(?![A-Za-z0-9])"));

    private final Pattern pattern;

    private DateForm(Pattern pattern) {
        this.pattern = pattern;
    }

    private static DateForm of(String pattern) {
        return new DateForm(Pattern.compile(pattern));
    }

    /** Makes a form of a pattern with the groups {@code year} and, as far as it has them, the others. */
    static DateForm of(Pattern pattern) {
        return new DateForm(pattern);
    }

    Matcher matcher(String name) {
        return pattern.matcher(name);
    }

    /**
     * Reads what the pattern has matched.
     *
     * @throws DateTimeException when there is no such date
     */
    TimeSpan read(Matcher match) {
        int year = has(match, "shortYear")
                ? FIRST_YEAR_OF_TWO_DIGITS + number(match, "shortYear", 0)
                : number(match, "year", 0);
        if (has(match, "a")) {
            return day(match, shortForm(dayAndMonth(match, year)));
        }
        if (has(match, "dayOfYear")) {
            return day(match, shortForm(LocalDate.ofYearDay(year, number(match, "dayOfYear", 1))));
        }
        int month = has(match, "name") ? month(match.group("name")) : number(match, "month", 1);
        if (has(match, "day")) {
            return day(match, within(LocalDate.of(year, month, number(match, "day", 1)), LAST_YEAR));
        }
        LocalDate first = shortForm(LocalDate.of(year, month, 1));
        return TimeSpan.of(YearMonth.from(first));
    }

    /** Returns why a match may be one of two dates, or null where it may not. */
    @Nullable String ambiguity(Matcher match) {
        int year = number(match, "year", 0);
        if (year < FIRST_YEAR || year > LAST_YEAR_OF_A_SHORT_FORM) {
            return null;
        }
        int a = number(match, "a", 0);
        int b = number(match, "b", 0);
        if (a != b && Math.min(a, b) > 0 && Math.max(a, b) <= MONTHS.size()) {
            return "day and month may be either way round";
        }
        int month = number(match, "month", 0);
        boolean sixDigits = month > 0 && match.end() - match.start() == SIX_DIGITS;
        return sixDigits && year > 1900 && year <= 1900 + MONTHS.size() && month <= MONTHS.size()
                ? "its year may be %d or %d".formatted(year, FIRST_YEAR_OF_TWO_DIGITS + year / 100)
                : null;
    }

    /** Returns whether a match that is not a date was meant to be one: a year of our times, and a month and a day. */
    boolean meansDate(Matcher match) {
        int year = number(match, "year", 0);
        boolean whole = has(match, "day") || has(match, "a");
        return whole && (has(match, "separator") || (year >= 1900 && year <= LAST_YEAR));
    }

    /** Returns the last moment of what was read, for the second date of a range. */
    Instant end(Matcher match, TimeSpan read) {
        boolean day = read.end() == null && !timed(match);
        Instant last = day ? TimeSpan.last(LocalDate.ofInstant(read.start(), ZoneOffset.UTC)) : read.start();
        return read.end() == null ? last : read.end();
    }

    private static LocalDate shortForm(LocalDate date) {
        return within(date, LAST_YEAR_OF_A_SHORT_FORM);
    }

    private static LocalDate within(LocalDate date, int last) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > last) {
            throw new DateTimeException("its year is not of %d to %d".formatted(FIRST_YEAR, last));
        }
        return date;
    }

    private TimeSpan day(Matcher match, LocalDate day) {
        ZoneOffset offset = has(match, "zoneHour") ? UtcTime.offset(match) : ZoneOffset.UTC;
        return TimeSpan.at(day.atTime(time(match)).toInstant(offset));
    }

    /** Digits after a date that are not a time are a number of their own. */
    private LocalTime time(Matcher match) {
        try {
            return LocalTime.of(timePart(match, "hour"), timePart(match, "minute"), timePart(match, "second"));
        } catch (DateTimeException e) {
            return LocalTime.MIDNIGHT;
        }
    }

    private int timePart(Matcher match, String group) {
        return number(match, group, number(match, group + "2", 0));
    }

    private boolean timed(Matcher match) {
        return has(match, "hour") || has(match, "hour2");
    }

    private LocalDate dayAndMonth(Matcher match, int year) {
        int a = number(match, "a", 0);
        int b = number(match, "b", 0);
        return b > 12 ? LocalDate.of(year, a, b) : LocalDate.of(year, b, a);
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private boolean has(Matcher match, String group) {
        return text(match, group) != null;
    }

    private int number(Matcher match, String group, int absent) {
        String digits = text(match, group);
        return digits == null ? absent : Integer.parseInt(digits);
    }

    /** A group that this form does not have is one that has not matched; empty separators have not either. */
    private @Nullable String text(Matcher match, String group) {
        String text = pattern.pattern().contains("(?<" + group + ">") ? match.group(group) : null;
        return text == null || text.isEmpty() ? null : text;
    }
}
