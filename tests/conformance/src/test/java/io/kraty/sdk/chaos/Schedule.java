package io.kraty.sdk.chaos;

import io.kraty.sdk.chaos.Step.Door;
import io.kraty.sdk.chaos.Step.Op;
import io.kraty.sdk.chaos.Step.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What happens, in this order. All that chance decides follows from the seed; how threads interleave does not.
 *
 * @param who who plays when it begins
 * @param attempts how often a call is tried
 * @param hasty whether an attempt gives up soon, so that servers may be silent
 * @param chance what the SDK's own dice say
 */
record Schedule(long seed, Who who, int attempts, boolean hasty, double chance, List<Step> steps) {
    private static final int FEWEST = 4;
    static final int MOST = 26;
    private static final Op[] OPS = Op.values();
    private static final Wrong[] WRONGS = Wrong.values();

    enum Who {
        /** Somebody who played before. */
        KNOWN,
        /** Nobody yet; the SDK makes a player. */
        FRESH,
        /** Nobody yet; the game has an id for them. */
        NAMED
    }

    static Schedule of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Who who = random.nextInt(10) < 6 ? Who.KNOWN : random.nextBoolean() ? Who.FRESH : Who.NAMED;
        int attempts = 1 + random.nextInt(4);
        boolean hasty = random.nextInt(12) == 0;
        // Clocks that are set back and days that pass, together, are beyond what a device can know.
        boolean days = random.nextBoolean();
        List<Step> steps = new ArrayList<>();
        int count = FEWEST + random.nextInt(MOST - FEWEST);
        for (int i = 0; i < count; i++) {
            steps.add(step(random, i, hasty, days));
        }
        return new Schedule(seed, who, attempts, hasty, random.nextDouble(), List.copyOf(steps));
    }

    /**
     * Whether the device's clock is set back by so much that the age of a key cannot be told; then the outbox
     * gives it up.
     */
    boolean confusesClocks() {
        int back = steps.stream()
                .filter(Step.Jump.class::isInstance)
                .mapToInt(step -> Math.min(0, ((Step.Jump) step).minutes()))
                .sum();
        return back <= -60;
    }

    Schedule with(List<Step> others) {
        return new Schedule(seed, who, attempts, hasty, chance, List.copyOf(others));
    }

    private static Step step(Random random, int number, boolean hasty, boolean days) {
        int dice = random.nextInt(100);
        if (dice < 46) {
            Op op = random.nextInt(3) == 0 ? Op.DEBIT : OPS[random.nextInt(OPS.length)];
            Door[] doors = {Door.BLOCKING, Door.ASYNC, Door.OUTBOX, Door.OUTBOX};
            return new Step.Write(
                    number,
                    op,
                    doors[random.nextInt(doors.length)],
                    random.nextBoolean(),
                    stop(random, 4),
                    random.nextInt(3) > 0);
        } else if (dice < 50) {
            return new Step.Read(random.nextBoolean(), random.nextBoolean());
        } else if (dice < 66) {
            Wrong wrong = WRONGS[random.nextInt(WRONGS.length)];
            return new Step.Fault(
                    random.nextInt(3) == 0 ? "*" : OPS[random.nextInt(OPS.length)].operation,
                    wrong.isSilent() && !hasty ? Wrong.ANSWER_LOST : wrong,
                    1 + random.nextInt(wrong.isSilent() ? 2 : 5));
        } else if (dice < 69) {
            return new Step.Calm();
        } else if (dice < 73) {
            return new Step.Network(random.nextBoolean());
        } else if (dice < 77) {
            return new Step.Restart();
        } else if (dice < 81) {
            return new Step.Kill();
        } else if (dice < 86) {
            return new Step.KillAt(1 + random.nextInt(8), random.nextBoolean());
        } else if (dice < 87) {
            return new Step.Twin();
        } else if (dice < 92) {
            return new Step.Tick(1 + random.nextInt(4));
        } else if (dice < 94) {
            return days ? new Step.Hours(1 + random.nextInt(30)) : new Step.Jump(random.nextInt(120) - 60);
        } else if (dice < 97) {
            return random.nextInt(3) == 0
                    ? new Step.Logout(stop(random, 3))
                    : new Step.SignIn(random.nextBoolean(), stop(random, 3));
        }
        return random.nextBoolean() ? new Step.Pause() : new Step.Resume();
    }

    private static int stop(Random random, int oneOf) {
        return random.nextInt(oneOf) == 0 ? random.nextInt(random.nextBoolean() ? 300 : 3000) : -1;
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + who + " plays, " + attempts + " attempts" + (hasty ? ", hasty" : "") + ":\n  "
                + steps.stream().map(Step::toString).collect(Collectors.joining("\n  "));
    }
}
