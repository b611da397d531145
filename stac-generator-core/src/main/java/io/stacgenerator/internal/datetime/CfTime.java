package io.stacgenerator.internal.datetime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time axis of NetCDF (CF conventions 1.11, section 4.4), such as {@code hours since 2013-06-13T00:00:00Z}.
 *
 * @param calendar how days are counted
 * @param day the day of the value 0, in that calendar
 * @param millis the time of that day in UTC, which may be before or after it
 * @param unitMillis the milliseconds of a unit; 0 for months
 * @param months the months of a unit; 0 for others
 */
public record CfTime(CfCalendar calendar, long day, long millis, double unitMillis, int months) {

    private static final Pattern UNITS = Pattern.compile("(?i)([a-z_]+) +since +(-?\\d{1,4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:[T ]+(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?<fraction>\\.\\d*)?)?)?)?"
            + " *(Z|UTC|GMT|(?<sign>[+-]?)(?<zoneHour>\\d{1,2})(?::?(?<zoneMinute>\\d{2}))?)?");

    /** The units of CDO, whose values are dates of decimal digits. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)day as %Y%m%d\\.%f");

    private static final double DAY = 86_400_000;

    private static final Map<String, Double> MILLIS = Map.ofEntries(
            Map.entry("nanosecond", 1e-6),
            Map.entry("nsec", 1e-6),
            Map.entry("ns", 1e-6),
            Map.entry("microsecond", 1e-3),
            Map.entry("microsec", 1e-3),
            Map.entry("us", 1e-3),
            Map.entry("millisecond", 1.0),
            Map.entry("millisec", 1.0),
            Map.entry("msec", 1.0),
            Map.entry("ms", 1.0),
            Map.entry("second", 1000.0),
            Map.entry("sec", 1000.0),
            Map.entry("s", 1000.0),
            Map.entry("minute", 60_000.0),
            Map.entry("min", 60_000.0),
            Map.entry("hour", 3_600_000.0),
            Map.entry("hr", 3_600_000.0),
            Map.entry("h", 3_600_000.0),
            Map.entry("day", DAY),
            Map.entry("d", DAY),
            Map.entry("week", 7 * DAY));

    private static final Map<String, Integer> MONTHS = Map.of("month", 1, "mon", 1, "year", 12, "yr", 12);

    /** Reads the units of an axis; empty when they are not those of a time, or the calendar is not known. */
    public static Optional<CfTime> of(String units, @Nullable String calendar) {
        return CfCalendar.of(calendar).flatMap(known -> of(units.strip(), known));
    }

    private static Optional<CfTime> of(String units, CfCalendar calendar) {
        if (ABSOLUTE.matcher(units).matches()) {
            return Optional.of(new CfTime(calendar, 0, 0, 0, 0));
        }
        Matcher matcher = UNITS.matcher(units);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = singular(matcher.group(1).toLowerCase(Locale.ROOT));
        double millis = MILLIS.getOrDefault(unit, 0.0);
        int months = MONTHS.getOrDefault(unit, 0);
        return millis == 0 && months == 0 ? Optional.empty() : since(matcher, calendar, millis, months);
    }

    private static String singular(String unit) {
        boolean known = MILLIS.containsKey(unit) || !unit.endsWith("s");
        return known ? unit : unit.substring(0, unit.length() - 1);
    }

    private static Optional<CfTime> since(Matcher matcher, CfCalendar calendar, double millis, int months) {
        try {
            long day = calendar.day(number(matcher, 2), number(matcher, 3), number(matcher, 4));
            long seconds = 3600L * number(matcher, 5) + 60L * number(matcher, 6) + number(matcher, 7);
            long offset = UtcTime.offset(matcher).getTotalSeconds();
            String fraction = matcher.group("fraction");
            long parts = fraction == null ? 0 : Math.round(1000 * Double.parseDouble("0" + fraction));
            return Optional.of(new CfTime(calendar, day, 1000 * (seconds - offset) + parts, millis, months));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the time of a value. A month is one of the calendar, not the twelfth of a year that UDUNITS takes it for,
     * as those who write this unit count months.
     */
    public Instant at(double value) {
        if (months > 0) {
            return afterMonths(value * months);
        }
        return unitMillis > 0 ? at(day, millis + value * unitMillis) : absolute(value);
    }

    private Instant afterMonths(double count) {
        long whole = (long) Math.floor(count);
        CfCalendar.Month from = calendar.month(day);
        long month = 12 * from.year() + from.month() - 1 + whole;
        long start = firstOf(month);
        long length = firstOf(month + 1) - start;
        return at(start, (Math.min(from.day(), length) - 1 + (count - whole) * length) * DAY + millis);
    }

    private long firstOf(long month) {
        return calendar.day(Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
    }

    private Instant absolute(double value) {
        long date = (long) value;
        LocalDate day = LocalDate.of((int) (date / 10_000), (int) (date / 100 % 100), (int) (date % 100));
        return instant(day, Math.round((value - date) * DAY));
    }

    private Instant at(long from, double after) {
        long rounded = Math.round(after);
        long days = Math.floorDiv(rounded, (long) DAY);
        return instant(calendar.date(from + days), Math.floorMod(rounded, (long) DAY));
    }

    private static Instant instant(LocalDate day, long millis) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(millis);
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
