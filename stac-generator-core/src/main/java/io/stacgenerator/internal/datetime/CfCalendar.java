package io.stacgenerator.internal.datetime;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calendars of CF conventions 1.11, section 4.4.1: how days are counted from a date to another. */
public enum CfCalendar {
    /** The Julian calendar until October 4, 1582, and the Gregorian one from the day after, October 15. */
    STANDARD {
        @Override
        long day(long year, int month, int day) {
            long julian = JULIAN.day(year, month, day);
            return julian < FIRST_GREGORIAN_DAY ? julian : PROLEPTIC_GREGORIAN.day(year, month, day);
        }

        @Override
        LocalDate date(long day) {
            return LocalDate.ofEpochDay(day);
        }

        @Override
        Month month(long day) {
            return (day < FIRST_GREGORIAN_DAY ? JULIAN : PROLEPTIC_GREGORIAN).month(day);
        }
    },

    PROLEPTIC_GREGORIAN {
        @Override
        long day(long year, int month, int day) {
            return LocalDate.of((int) year, month, day).toEpochDay();
        }

        @Override
        LocalDate date(long day) {
            return LocalDate.ofEpochDay(day);
        }

        @Override
        Month month(long day) {
            LocalDate date = LocalDate.ofEpochDay(day);
            return new Month(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }
    },

    JULIAN {
        @Override
        long day(long year, int month, int day) {
            // the year begins in March, so that the leap day is its last (Meeus, Astronomical Algorithms, chapter 7)
            long years = month > 2 ? year : year - 1;
            int months = month > 2 ? month : month + 12;
            long number = Math.floorDiv(1461 * (years + 4716), 4L) + (long) (30.6001 * (months + 1)) + day - 1524;
            return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, number).toEpochDay();
        }

        @Override
        LocalDate date(long day) {
            return LocalDate.ofEpochDay(day);
        }

        @Override
        Month month(long day) {
            long b = LocalDate.ofEpochDay(day).getLong(JulianFields.JULIAN_DAY) + 1524;
            long c = (long) Math.floor((b - 122.1) / 365.25);
            long d = Math.floorDiv(1461 * c, 4L);
            int e = (int) ((b - d) / 30.6001);
            int month = e < 14 ? e - 1 : e - 13;
            return new Month(month > 2 ? c - 4716 : c - 4715, month, (int) (b - d - (long) (30.6001 * e)));
        }
    },

    NOLEAP(365),

    ALL_LEAP(366),

    DAYS_360 {
        @Override
        long day(long year, int month, int day) {
            return 360 * year + 30L * (month - 1) + day - 1;
        }

        @Override
        Month month(long day) {
            int inYear = (int) Math.floorMod(day, 360L);
            return new Month(Math.floorDiv(day, 360L), inYear / 30 + 1, inYear % 30 + 1);
        }
    };

    /** October 15, 1582. */
    private static final long FIRST_GREGORIAN_DAY = LocalDate.of(1582, 10, 15).toEpochDay();

    private final int daysOfYear;

    /** A year of the true calendar that has as many days as each of this one. */
    private final int likeYear;

    CfCalendar() {
        this(0);
    }

    /** A calendar whose years are all of one length. */
    CfCalendar(int daysOfYear) {
        this.daysOfYear = daysOfYear;
        this.likeYear = daysOfYear == 366 ? 2000 : 2001;
    }

    /** A date as a calendar has it. */
    record Month(long year, int month, int day) {

        /** Returns the date that has this name; the last of its month where the month is shorter in truth. */
        LocalDate date() {
            LocalDate first = LocalDate.of((int) year, month, 1);
            return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
        }
    }

    /** Finds a calendar; empty where the name is of none of them. */
    public static Optional<CfCalendar> of(@Nullable String name) {
        return switch (name == null ? "" : name.strip().toLowerCase(Locale.ROOT)) {
            case "", "standard", "gregorian" -> Optional.of(STANDARD);
            case "proleptic_gregorian" -> Optional.of(PROLEPTIC_GREGORIAN);
            case "julian" -> Optional.of(JULIAN);
            case "noleap", "no_leap", "365_day" -> Optional.of(NOLEAP);
            case "all_leap", "366_day" -> Optional.of(ALL_LEAP);
            case "360_day" -> Optional.of(DAYS_360);
            default -> Optional.empty();
        };
    }

    /** Returns the number of a date, from a day that each calendar has for itself. */
    long day(long year, int month, int day) {
        return daysOfYear * year + LocalDate.of(likeYear, month, day).getDayOfYear() - 1;
    }

    /** Returns the date of a day: of calendars of models the one of the same name, of others the day in truth. */
    LocalDate date(long day) {
        return month(day).date();
    }

    /** Returns the date of a day as this calendar has it. */
    Month month(long day) {
        LocalDate date = LocalDate.ofYearDay(likeYear, (int) Math.floorMod(day, (long) daysOfYear) + 1);
        return new Month(Math.floorDiv(day, (long) daysOfYear), date.getMonthValue(), date.getDayOfMonth());
    }
}
