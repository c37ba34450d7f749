package io.kraty.sdk.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final Step FIRST = new Step.Jump(3);
    private static final Step SECOND = new Step.Hours(5);

    private static List<Step> schedule() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            steps.add(i == 17 ? FIRST : i == 41 ? SECOND : new Step.Tick(i));
        }
        return steps;
    }

    @Test
    void whatIsToBlame_isAllThatIsLeft() throws Exception {
        List<Integer> played = new ArrayList<>();
        Shrinker shrinker = new Shrinker(steps -> {
            played.add(steps.size());
            return steps.contains(FIRST) && steps.contains(SECOND) && steps.indexOf(FIRST) < steps.indexOf(SECOND);
        });

        assertEquals(List.of(FIRST, SECOND), shrinker.shrink(schedule()));
        assertEquals(true, played.size() < 60, "by halves, not one by one: " + played);
    }

    @Test
    void whatFailsWithoutAnything_needsNothing() throws Exception {
        assertEquals(List.of(), new Shrinker(steps -> true).shrink(schedule()));
    }

    @Test
    void seed_saysWhatHappens() {
        assertEquals(Schedule.of(7).toString(), Schedule.of(7).toString());
        assertEquals(
                200,
                java.util.stream.LongStream.range(0, 200)
                        .mapToObj(seed -> Schedule.of(seed).toString())
                        .distinct()
                        .count());
    }
}
