package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.players.Identities;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.EntryView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Participants and their scores. */
public final class Board {
    // A board nobody looked at for hours need not replay each step of it.
    private static final long MOST_STEPS_AT_ONCE = 2000;
    private static final int MOST_SHOWN = 10;

    private final String id;
    private final Seeds seeds;
    private final SplittableRandom dice;
    private final int largestStep;
    private final List<Participant> bots = new ArrayList<>();
    /** Only ever looked up: its order depends on nothing that a seed decides. */
    private final Map<Player, Participant> byPlayer = new HashMap<>();
    /** Best first. No two are equal, so each has one place, which is found by halving. */
    private final List<Participant> ranked = new ArrayList<>();

    private Instant lastStep;
    private long reached;
    private @Nullable FinalizedReason finalized;
    private @Nullable Instant finalizedAt;

    public Board(String id, Seeds seeds, BotsDefinition bots, Instant now) {
        this.id = id;
        this.seeds = seeds;
        this.dice = seeds.dice("bots", id);
        this.largestStep = (int) Math.max(1, bots.strongest() / 36);
        this.lastStep = now;
        for (int i = 0; i < bots.count(); i++) {
            double range = bots.strongest() - bots.weakest();
            double ceiling = Math.max(1, Math.rint(bots.weakest() + range * dice.nextDouble()));
            String name = seeds.id("bot", id, Integer.toString(i));
            this.bots.add(add(Participant.bot(name, identity(bots, i), ceiling)));
        }
    }

    private PlayerIdentity identity(BotsDefinition bots, int index) {
        PlayerIdentity pooled = Identities.bot(dice);
        List<String> names = bots.names();
        return names.isEmpty()
                ? pooled
                : pooled.toBuilder().name(names.get(index % names.size())).build();
    }

    public String id() {
        return id;
    }

    /** The player's row, made if there is none. */
    public Participant join(Player player) {
        return byPlayer.computeIfAbsent(
                player, newcomer -> add(Participant.player(seeds.id("participant", id, newcomer.id()), newcomer)));
    }

    public @Nullable Participant of(Player player) {
        return byPlayer.get(player);
    }

    public void score(Participant participant, double score) {
        ranked.remove(rankOf(participant) - 1);
        participant.enter(score);
        place(participant);
    }

    /** Gives the player what they have had before they came, which is no score of theirs. */
    void start(Participant participant, double score) {
        ranked.remove(rankOf(participant) - 1);
        participant.start(score);
        place(participant);
    }

    /** Lets the bots do what they did since the last call; those that moved. */
    public Collection<Participant> moveBots(Instant now, Duration interval) {
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
    public Collection<Participant> moveOneBot() {
        List<Participant> able = bots.stream().filter(Participant::canClimb).toList();
        if (finalized != null || able.isEmpty()) {
            return List.of();
        }
        Participant bot = Seeds.pick(dice, able);
        score(bot, bot.climbed(1 + dice.nextInt(largestStep)));
        return List.of(bot);
    }

    public int rankOf(Participant participant) {
        return placesAhead(participant) + 1;
    }

    /** How many are ahead of it, whether it has its place already or not. */
    private int placesAhead(Participant participant) {
        int from = 0;
        int to = ranked.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ranked.get(middle).isAheadOf(participant)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Best first. A view: it changes with the scores. */
    public List<Participant> ranked() {
        return Collections.unmodifiableList(ranked);
    }

    public int size() {
        return ranked.size();
    }

    /** The first rows, for somebody who looks in from outside. */
    public List<EntryView> best() {
        List<EntryView> entries = new ArrayList<>();
        for (Participant row : ranked) {
            if (entries.size() == MOST_SHOWN) {
                break;
            }
            entries.add(row.view(entries.size() + 1));
        }
        return entries;
    }

    public void finish(FinalizedReason reason, Instant now) {
        finalized = reason;
        finalizedAt = now;
    }

    /** Whether it was final then already. */
    public boolean isFinalSince(Instant then) {
        return finalizedAt != null && !finalizedAt.isAfter(then);
    }

    public @Nullable FinalizedReason finalized() {
        return finalized;
    }

    private Participant add(Participant participant) {
        place(participant);
        return participant;
    }

    private void place(Participant participant) {
        participant.reachedAt(++reached);
        ranked.add(placesAhead(participant), participant);
    }
}
