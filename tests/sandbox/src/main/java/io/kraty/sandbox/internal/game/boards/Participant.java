package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardStanding;
import io.kraty.api.model.ParticipantKind;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.sandbox.internal.game.base.Ordered;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.EntryView;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a board. */
public final class Participant {
    private final String id;
    private final @Nullable Player player;
    private final @Nullable PlayerIdentity bot;
    /** Where a bot stops. */
    private final double ceiling;

    /** Whether the score was ever entered. Who only joined has none yet. */
    private boolean scored;

    private double score;
    /** When the score was reached, as a number that only grows: on equal scores, the earlier one is ahead. */
    private long reached;

    private Participant(String id, @Nullable Player player, @Nullable PlayerIdentity bot, double ceiling) {
        this.id = id;
        this.player = player;
        this.bot = bot;
        this.ceiling = ceiling;
    }

    static Participant bot(String id, PlayerIdentity identity, double ceiling) {
        return new Participant(id, null, identity, ceiling);
    }

    static Participant player(String id, Player player) {
        return new Participant(id, player, null, 0);
    }

    public String id() {
        return id;
    }

    /** Null for a bot. */
    public @Nullable Player player() {
        return player;
    }

    public double score() {
        return score;
    }

    boolean hasScored() {
        return scored;
    }

    /** Whether there is more to come: of a bot below its ceiling. */
    boolean canClimb() {
        return score < ceiling;
    }

    /** The score after so many points more, which is no more than the ceiling. */
    double climbed(double points) {
        return Math.min(ceiling, score + points);
    }

    /** Enters a score. */
    void enter(double entered) {
        score = entered;
        scored = true;
    }

    /** Has the score to begin with, without having entered one. */
    void start(double given) {
        score = given;
    }

    /** The score was reached now, as the latest of all. */
    void reachedAt(long number) {
        reached = number;
    }

    /** [choice] Players appear as they call themselves now, on old boards too. */
    private PlayerIdentity identity() {
        return player == null ? Objects.requireNonNull(bot) : player.identity();
    }

    boolean isAheadOf(Participant other) {
        return score > other.score || (score == other.score && reached < other.reached);
    }

    ParticipantKind kind() {
        return player == null ? ParticipantKind.BOT : ParticipantKind.PLAYER;
    }

    LeaderboardEntry entry(int rank, boolean isSelf, Map<String, Long> progression) {
        PlayerIdentity identity = identity();
        LeaderboardEntry.Builder entry = LeaderboardEntry.builder()
                .participantId(id)
                .kind(kind())
                .name(identity.name())
                .avatar(identity.avatar())
                .country(identity.country())
                .score(score)
                .rank(rank)
                .isSelf(isSelf)
                .progression(progression);
        if (player != null) {
            entry.anonymizedName(player.anonymizedIdentity().name())
                    .anonymizedAvatar(player.anonymizedIdentity().avatar());
            Map<String, @Nullable Object> metadata = player.metadata();
            if (!metadata.isEmpty()) {
                entry.player(Ordered.<@Nullable Object>map("metadata", metadata));
            }
        }
        return entry.build();
    }

    EntryView view(int rank) {
        return new EntryView(
                rank,
                kind().value(),
                player == null ? null : player.externalId(),
                identity().name(),
                score);
    }

    public LeaderboardStanding standing(int rank) {
        return new LeaderboardStanding(id, rank, score, identity().name(), kind());
    }
}
