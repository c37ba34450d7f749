package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EventType;
import io.kraty.api.model.LeaderboardMode;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.RewardPolicySummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param key its key
 * @param name what players read; null for nothing
 * @param enabled whether it is switched on
 * @param schedule when it has windows
 * @param attemptLength how long an attempt lasts, and the round of a lobby
 * @param ranking who is ranked with whom
 * @param metrics what it measures; at least one
 * @param fullScore the score of somebody who did everything, or who is good where everything has no end
 * @param milestones what can be won on the way
 * @param cost what an attempt costs
 * @param entryRequirement what a player has to have to enter; null for nothing
 * @param unlockCondition what makes the event visible to a player; null for nothing
 * @param quota how many attempts there are
 * @param rewards what there is to win in the end
 * @param bots who else plays
 * @param metadata the game's own data
 */
public record EventDefinition(
        String key,
        @Nullable LocalizedString name,
        boolean enabled,
        Schedule schedule,
        Duration attemptLength,
        Ranking ranking,
        List<Metric> metrics,
        double fullScore,
        List<Milestone> milestones,
        EntryCost cost,
        @Nullable Condition entryRequirement,
        @Nullable Condition unlockCondition,
        Quota quota,
        RewardPolicySummary rewards,
        BotsDefinition bots,
        Map<String, @Nullable Object> metadata) {
    /**
     * How many attempts a player may start.
     *
     * @param perWindow in one window; null for any number
     * @param perDay on one day; null for any number
     */
    public record Quota(
            @Nullable Integer perWindow, @Nullable Integer perDay) {}

    /** Who is ranked with whom. */
    public sealed interface Ranking {
        /** What the platform calls it. */
        LeaderboardMode mode();

        /** Everybody with everybody. */
        record Global() implements Ranking {
            @Override
            public LeaderboardMode mode() {
                return LeaderboardMode.GLOBAL;
            }
        }

        /**
         * Everybody with those they have something in common with.
         *
         * @param by what that is; not {@link Segmentation.None}
         */
        record Segmented(Segmentation by) implements Ranking {
            @Override
            public LeaderboardMode mode() {
                return LeaderboardMode.GLOBAL_SEGMENTED;
            }
        }

        /**
         * Everybody with those who came at about the same time.
         *
         * @param size how many players a group takes
         */
        record Grouped(int size) implements Ranking {
            @Override
            public LeaderboardMode mode() {
                return LeaderboardMode.GROUPED;
            }
        }

        /** Everybody with those they waited with. */
        record Lobbies(LobbyDefinition lobby) implements Ranking {
            @Override
            public LeaderboardMode mode() {
                return LeaderboardMode.LOBBY_MATCHED;
            }
        }
    }

    /** The lobbies' definition; null for an event without lobbies. */
    public @Nullable LobbyDefinition lobby() {
        return ranking instanceof Ranking.Lobbies lobbies ? lobbies.lobby() : null;
    }

    /** The same event with lobbies that wait that long. */
    public EventDefinition withLobbyFillTime(Duration fillTime) {
        LobbyDefinition lobby = lobby();
        if (lobby == null) {
            return this;
        }
        Ranking waiting =
                new Ranking.Lobbies(new LobbyDefinition(lobby.capacity(), fillTime, lobby.strategy(), lobby.drip()));
        return new EventDefinition(
                key,
                name,
                enabled,
                schedule,
                attemptLength,
                waiting,
                metrics,
                fullScore,
                milestones,
                cost,
                entryRequirement,
                unlockCondition,
                quota,
                rewards,
                bots,
                metadata);
    }

    /** Whether it measures one thing or several. */
    public EventType type() {
        return metrics.size() == 1 ? EventType.SINGLE_METRIC : EventType.MULTI_METRIC;
    }

    /** Whether there is no end but the player's own. */
    public boolean isScoreAttack() {
        return metrics.stream().noneMatch(Metric::hasTarget);
    }
}
