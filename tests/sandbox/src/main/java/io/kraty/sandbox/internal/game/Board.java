package io.kraty.sandbox.internal.game;

import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Participants and their scores. */
final class Board {
    // A board nobody looked at for hours need not replay each step of it.
    private static final long MOST_STEPS_AT_ONCE = 2000;

    final String id;
    private final Seeds seeds;
    private final SplittableRandom dice;
    private final int largestStep;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private Instant lastStep;
    private long reached;
    private @Nullable FinalizedReason finalized;

    Board(String id, Seeds seeds, BotsDefinition bots, Instant now) {
        this.id = id;
        this.seeds = seeds;
        this.dice = seeds.dice("bots", id);
        this.largestStep = (int) Math.max(1, bots.strongest() / 36);
        this.lastStep = now;
        for (int i = 0; i < bots.count(); i++) {
            double range = bots.strongest() - bots.weakest();
            double ceiling = Math.max(1, Math.rint(bots.weakest() + range * dice.nextDouble()));
            add(Participant.bot(seeds.id("bot", id, Integer.toString(i)), identity(bots, i), ceiling));
        }
    }

    private PlayerIdentity identity(BotsDefinition bots, int index) {
        PlayerIdentity pooled = Identities.bot(dice);
        List<String> names = bots.names();
        return names.isEmpty()
                ? pooled
                : pooled.toBuilder().name(names.get(index % names.size())).build();
    }

    /** The player's row, made if there is none. */
    Participant join(Player player) {
        Participant known = of(player);
        return known != null ? known : add(Participant.player(seeds.id("participant", id, player.id()), player));
    }

    @Nullable
    Participant of(Player player) {
        return participants.get(seeds.id("participant", id, player.id()));
    }

    void score(Participant participant, double score) {
        participant.score = score;
        participant.scored = true;
        participant.reached = ++reached;
    }

    /** Lets the bots do what they did since the last call; those that moved. */
    Collection<Participant> moveBots(Instant now, Duration interval) {
        if (finalized != null || interval.isZero() || !now.isAfter(lastStep)) {
            return List.of();
        }
        long steps = Duration.between(lastStep, now).toNanos() / interval.toNanos();
        lastStep = lastStep.plus(interval.multipliedBy(steps));
        Set<Participant> moved = new LinkedHashSet<>();
        for (long i = Math.min(steps, MOST_STEPS_AT_ONCE); i > 0; i--) {
            moved.addAll(moveOneBot());
        }
        return moved;
    }

    /** One bot scores; nobody if all have reached their ceiling. */
    Collection<Participant> moveOneBot() {
        List<Participant> able = participants.values().stream()
                .filter(row -> row.player == null && row.score < row.ceiling)
                .toList();
        if (finalized != null || able.isEmpty()) {
            return List.of();
        }
        Participant bot = Seeds.pick(dice, able);
        score(bot, Math.min(bot.ceiling, bot.score + 1 + dice.nextInt(largestStep)));
        return List.of(bot);
    }

    int rankOf(Participant participant) {
        int ahead = 0;
        for (Participant other : participants.values()) {
            if (other.isAheadOf(participant)) {
                ahead++;
            }
        }
        return ahead + 1;
    }

    /** Best first. */
    List<Participant> ranked() {
        List<Participant> ranked = new ArrayList<>(participants.values());
        ranked.sort((a, b) -> a == b ? 0 : a.isAheadOf(b) ? -1 : 1);
        return ranked;
    }

    void finish(FinalizedReason reason) {
        finalized = reason;
    }

    @Nullable
    FinalizedReason finalized() {
        return finalized;
    }

    private Participant add(Participant participant) {
        participant.reached = ++reached;
        participants.put(participant.id, participant);
        return participant;
    }
}
