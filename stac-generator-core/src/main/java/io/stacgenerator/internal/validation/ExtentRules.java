package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.model.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where and when the Items of a Collection lie (STAC Collection specification, "Extent Object"). */
final class ExtentRules {

    private static final Pattern UTC = Pattern.compile(".*(\\+00:00|Z)");

    private ExtentRules() {}

    static void check(Map<String, Object> collection, Faults faults) {
        if (collection.get("extent") instanceof Map<?, ?> extent) {
            List<Object> boxes = list(extent, "spatial", "bbox", "boxes", faults);
            if (!OldDocuments.include(collection)) {
                checkNumber(boxes, faults);
            }
            checkBoxes(boxes, faults);
            checkIntervals(list(extent, "temporal", "interval", "intervals", faults), faults);
        }
    }

    private static List<Object> list(Map<?, ?> extent, String kind, String member, String expected, Faults faults) {
        String pointer = "/extent/" + kind;
        if (!(extent.get(kind) instanceof Map<?, ?> holder)) {
            faults.lacks("/extent", kind, "an object with " + member);
        } else if (!(holder.get(member) instanceof List<?> list) || list.isEmpty()) {
            faults.unexpected(pointer + "/" + member, holder.get(member), "an array of " + expected);
        } else {
            return JsonValues.elements(list);
        }
        return List.of();
    }

    /** The first box is around the others: two would be one that says nothing. */
    private static void checkNumber(List<Object> boxes, Faults faults) {
        if (boxes.size() == 2) {
            faults.unexpected("/extent/spatial/bbox", boxes, "one box, or one around two or more others");
        }
    }

    private static void checkBoxes(List<Object> boxes, Faults faults) {
        for (int i = 0; i < boxes.size(); i++) {
            BboxRules.check("/extent/spatial/bbox/" + i, boxes.get(i), faults);
        }
    }

    private static void checkIntervals(List<Object> intervals, Faults faults) {
        for (int i = 0; i < intervals.size(); i++) {
            checkInterval("/extent/temporal/interval/" + i, intervals.get(i), faults);
        }
    }

    private static void checkInterval(String pointer, @Nullable Object value, Faults faults) {
        if (!(value instanceof List<?> ends) || ends.size() != 2) {
            faults.unexpected(pointer, value, "a start and an end, one of which may be null");
            return;
        }
        boolean valid = true;
        for (int i = 0; i < 2; i++) {
            if (!isTime(ends.get(i))) {
                faults.unexpected(pointer + "/" + i, ends.get(i), "a time in UTC as in RFC 3339, or null");
                valid = false;
            }
        }
        if (valid && UtcTime.isReversed(ends.get(0), ends.get(1))) {
            faults.unexpected(pointer, ends, "a start not after the end");
        }
    }

    private static boolean isTime(@Nullable Object end) {
        return end == null
                || (end instanceof String text
                        && UTC.matcher(text).matches()
                        && UtcTime.valid(text).isPresent());
    }
}
