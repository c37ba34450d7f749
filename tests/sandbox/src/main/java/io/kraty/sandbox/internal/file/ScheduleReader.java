package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads when an event has windows: again and again, at certain times, or never. */
final class ScheduleReader {
    private static final Duration DAY = Duration.ofHours(24);

    /** What holds if nothing is said: one window a day, from the start of the sandbox on. */
    static final Schedule DEFAULT = new Schedule.Repeating(null, DAY, DAY);

    private record Listed(Field field, Schedule.Window window) {}

    private ScheduleReader() {}

    static Schedule read(Field field) {
        if (field.isText() && field.anyText().equals("never")) {
            return new Schedule.Never();
        }
        if (field.isList()) {
            return listed(field);
        }
        if (field.isMapping()) {
            return repeating(field);
        }
        field.expected("never, a list of windows, or a mapping with length, every or first");
        return DEFAULT;
    }

    private static Schedule repeating(Field field) {
        Mapping windows = field.mapping("length", "every", "first");
        int before = field.problems();
        Duration length = windows.get("length").or(DAY, Field::positiveDuration);
        Duration every = windows.get("every").or(length, Field::positiveDuration);
        if (before == field.problems() && every.compareTo(length) < 0) {
            windows.get("every").expected("at least the length of a window");
        }
        return new Schedule.Repeating(windows.get("first").orNull(Field::instant), length, every);
    }

    private static Schedule listed(Field field) {
        int before = field.problems();
        List<Listed> windows = new ArrayList<>(field.filledList(ScheduleReader::window));
        windows.sort(Comparator.comparing(listed -> listed.window().startsAt()));
        for (int i = 1; i < windows.size() && before == field.problems(); i++) {
            Schedule.Window last = windows.get(i - 1).window();
            if (windows.get(i).window().startsAt().isBefore(last.endsAt())) {
                windows.get(i)
                        .field()
                        .problem("overlaps with the window from " + last.startsAt() + " to " + last.endsAt());
            }
        }
        return new Schedule.Listed(windows.stream().map(Listed::window).toList());
    }

    private static Listed window(Field field) {
        Mapping window = field.mapping("startsAt", "endsAt", "metadata");
        int before = field.problems();
        Instant startsAt = window.get("startsAt").instant();
        Instant endsAt = window.get("endsAt").instant();
        if (before == field.problems() && !startsAt.isBefore(endsAt)) {
            window.get("endsAt").expected("after startsAt");
        }
        return new Listed(field, new Schedule.Window(startsAt, endsAt, FreeForm.orEmpty(window.get("metadata"))));
    }
}
