package io.kraty.sandbox.internal.game;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardStanding;
import io.kraty.api.model.ParticipantKind;
import io.kraty.api.model.PlayerIdentity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a board. */
final class Participant {
    final String id;
    final @Nullable Player player;
    final PlayerIdentity identity;
    /** Where a bot stops. */
    final double ceiling;

    double score;
    /** When the score was reached, as a number that only grows: on equal scores, the earlier one is ahead. */
    long reached;

    Participant(String id, @Nullable Player player, PlayerIdentity identity, double ceiling) {
        this.id = id;
        this.player = player;
        this.identity = identity;
        this.ceiling = ceiling;
    }

    boolean isAheadOf(Participant other) {
        return score > other.score || (score == other.score && reached < other.reached);
    }

    ParticipantKind kind() {
        return player == null ? ParticipantKind.BOT : ParticipantKind.PLAYER;
    }

    LeaderboardEntry entry(int rank, boolean isSelf, Map<String, Long> progression) {
        boolean isPlayer = player != null;
        return LeaderboardEntry.builder()
                .participantId(id)
                .kind(kind())
                .name(identity.name())
                .avatar(identity.avatar())
                .country(identity.country())
                .anonymizedName(isPlayer ? identity.name() : null)
                .anonymizedAvatar(isPlayer ? identity.avatar() : null)
                .score(score)
                .rank(rank)
                .isSelf(isSelf)
                .progression(progression)
                .build();
    }

    LeaderboardStanding standing(int rank) {
        return new LeaderboardStanding(id, rank, score, identity.name(), kind());
    }
}
