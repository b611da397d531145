package io.stacgenerator.internal.image;

import io.stacgenerator.internal.proj.CrsTable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order EPSG lists the axes of its systems: north before east for longitudes and latitudes, and some others.
 */
final class AxisOrder {

    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

    /**
     * Projected systems that are northing before easting, by ranges of codes in the EPSG registry 10.076 as PROJ 9.1
     * has it, a deprecated one as it was, not as what has replaced it; other systems with codes within a range are not
     * projected.
     */
    private static final String NORTHINGS =
            "2036 2044-2045 2081-2083 2085-2086 2091-2093 2096-2098 2105-2132 2166-2180 2193 "
                    + "2199-2200 2206-2212 2319-2549 2551-2735 2738-2758 2935-2941 2953 3006-3030 3034-3035 "
                    + "3038-3051 3058-3059 3068 3114-3118 3120 3126-3140 3146-3147 3150-3152 3300-3301 "
                    + "3328-3335 3346 3350-3352 3366 3386-3390 3396-3399 3407 3414 3416 3764 3788-3793 "
                    + "3795-3796 3833-3854 3873-3885 3907-3911 4026-4038 4417 4434 4491-4554 4568-4589 "
                    + "4652-4822 4839-4880 5048 5105-5188 5253-5259 5269-5275 5343-5349 5367 5479-5482 "
                    + "5518-5520 5562-5588 5632-5639 5651-5653 6244-6275 6362 6372-6387 6669-6687 6707-6709 "
                    + "6870-6876 6962 7799-7801 7825-7831 8433-8441 9039-9040 9221-9254 9271-9285 9377 9498 "
                    + "9821 9831-9841 9851-9865 9895 20004-20032 20064-20092 20904-20932 21004-21032 "
                    + "21207-21264 21307-21483 21896-21899 22171-22197 22240 25884 27205-27232 27391-27398 "
                    + "27492 28402-28492 29701-29702 30161-30179 30800 31251-31259 31275-31290 31466-31469 "
                    + "31700 32661 32761 ";

    private static final NavigableMap<Integer, Integer> RANGES = ranges();

    private AxisOrder() {}

    private static NavigableMap<Integer, Integer> ranges() {
        NavigableMap<Integer, Integer> ranges = new TreeMap<>();
        Matcher matcher = RANGE.matcher(NORTHINGS);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            ranges.put(first, matcher.group(2) == null ? (Integer) first : Integer.valueOf(matcher.group(2)));
        }
        return ranges;
    }

    /** Tells whether a system has its coordinates in the order of north, east. */
    static boolean northFirst(int code) {
        Map.Entry<Integer, Integer> range = RANGES.floorEntry(code);
        return (range != null && code <= range.getValue())
                || CrsTable.find(code).filter(entry -> entry.geographic()).isPresent();
    }
}
