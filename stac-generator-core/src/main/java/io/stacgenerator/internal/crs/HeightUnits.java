package io.stacgenerator.internal.crs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The units of the vertical systems of EPSG, as PROJ 9.1.1 has them. */
final class HeightUnits {

    private static final Set<Integer> METERS = codes("3855 3886 3900 4440 4458 5193 5195 5214 5237 5317 5336 5597"
            + " 5600-5613 5615-5621 5701 5703-5706 5709-5753 5755-5799 5829 5831 5843 5861-5874 5941 6178-6187 6357"
            + " 6638-6644 6647 6693-6695 6916 7446-7447 7651-7652 7699-7700 7707 7832 7837 7839 7841 7888-7890 7962 7968"
            + " 7976 7979 8089 8266-8267 8357-8358 8378 8434 8675 8690-8691 8841 8881 8904 8911 9130 9245 9255 9274 9279"
            + " 9287-9288 9303 9335 9351 9389-9390 9392-9402 9451 9458 9471 9650-9651 9663 9666 9669 9672 9675 9681"
            + " 9721-9722 9923 9927 20000 20034-20036");
    private static final Set<Integer> FEET = codes("5614 6130-6132 8050-8051 8228 8897");
    private static final Set<Integer> SURVEY_FEET = codes("5702 6358-6360 8052-8053");

    private static final Map<String, Set<Integer>> UNITS = Map.of(
            UnitOfMeasure.METER.name(),
            METERS,
            "foot",
            FEET,
            "US survey foot",
            SURVEY_FEET,
            "British foot (1936)",
            Set.of(5754));

    private HeightUnits() {}

    private static Set<Integer> codes(String ranges) {
        return Stream.of(ranges.split(" ", -1))
                .map(range -> range.split("-", -1))
                .flatMapToInt(ends ->
                        IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the name of the unit of a vertical system; empty where it is not known. */
    static Optional<String> of(int code) {
        return UNITS.entrySet().stream()
                .filter(unit -> unit.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
