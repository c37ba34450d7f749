package io.kraty.sandbox.internal.game;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardStanding;
import io.kraty.api.model.ParticipantKind;
import io.kraty.api.model.PlayerIdentity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a board. */
final class Participant {
    final String id;
    final @Nullable Player player;
    private final @Nullable PlayerIdentity bot;
    /** Where a bot stops. */
    final double ceiling;

    /** Whether the score was ever entered. Who only joined has none yet. */
    boolean scored;

    double score;
    /** When the score was reached, as a number that only grows: on equal scores, the earlier one is ahead. */
    long reached;

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
            if (!player.metadata.isEmpty()) {
                entry.player(Ordered.<@Nullable Object>map("metadata", player.metadata));
            }
        }
        return entry.build();
    }

    Snapshot.EntryView view(int rank) {
        return new Snapshot.EntryView(
                rank,
                kind().value(),
                player == null ? null : player.externalId(),
                identity().name(),
                score);
    }

    LeaderboardStanding standing(int rank) {
        return new LeaderboardStanding(id, rank, score, identity().name(), kind());
    }
}
