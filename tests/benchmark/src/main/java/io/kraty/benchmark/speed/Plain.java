package io.kraty.benchmark.speed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a game would write by itself for the answers that are measured: fields, no more. Reward entries of all kinds are
 * one class, as is usual where a library knows no unions.
 */
@SuppressWarnings({"NullAway.Init", "MultipleTopLevelClasses"})
public final class Plain {
    private Plain() {}

    static final class Envelope<T> {
        T data;
    }

    /** A board. */
    public static final class Board {
        String leaderboardId;
        String mode;
        boolean finalized;

        @Nullable
        String finalizedReason;

        List<Row> entries;

        @Nullable
        Self self;

        boolean joined;
    }

    static final class Row {
        String participantId;
        String kind;

        @Nullable
        String name;

        @Nullable
        String avatar;

        @Nullable
        String country;

        @Nullable
        String anonymizedName;

        @Nullable
        String anonymizedAvatar;

        double score;
        int rank;
        boolean isSelf;

        @Nullable
        Map<String, Long> progression;

        @Nullable
        Map<String, Object> player;
    }

    static final class Self {
        int rank;
        double score;
    }

    static final class Event {
        String eventKey;

        @Nullable
        Object name;

        String windowId;

        @Nullable
        Instant startsAt;

        @Nullable
        Instant endsAt;

        @Nullable
        String leaderboardId;

        @Nullable
        String currentAttemptId;

        @Nullable
        String type;

        @Nullable
        String leaderboardMode;

        @Nullable
        List<Map<String, Object>> metrics;

        @Nullable
        Map<String, Object> entryRequirement;

        @Nullable
        Cost entryCost;

        @Nullable
        Quota attemptQuota;

        @Nullable
        Map<String, Object> metadata;

        @Nullable
        List<Milestone> milestoneRewards;

        @Nullable
        Policy rewardPolicy;
    }

    static final class Cost {
        @Nullable
        List<Price> currencies;

        @Nullable
        List<Price> items;
    }

    static final class Price {
        String key;
        long amount;
    }

    static final class Quota {
        @Nullable
        Integer maxPerWindow;

        @Nullable
        Integer maxPerDay;

        int usedInWindow;
        int usedToday;

        @Nullable
        Integer remaining;
    }

    static final class Milestone {
        String key;
        String metricKey;
        double threshold;
        List<Reward> entries;
    }

    static final class Policy {
        String type;

        @Nullable
        Bundle bundle;

        @Nullable
        List<Tier> tiers;

        @Nullable
        Double pool;

        @Nullable
        String currencyKey;
    }

    static final class Tier {
        int fromRank;
        int toRank;

        @Nullable
        Bundle bundle;
    }

    static final class Bundle {
        String key;

        @Nullable
        Object name;

        List<Reward> entries;
    }

    /** A number where the amount is fixed; else a map, or a {@link Range} if read by hand. */
    static final class Reward {
        String type;

        @Nullable
        String currencyKey;

        @Nullable
        String itemKey;

        @Nullable
        String crateItemKey;

        @Nullable
        Object amount;

        @Nullable
        Object quantity;
    }

    static final class Range {
        long min;
        long max;

        @Nullable
        Long step;
    }

    static final class Grant {
        String id;
        String kind;
        Contents contents;
        String sourceKind;

        @Nullable
        String sourceRefId;

        @Nullable
        String parentGrantId;

        String status;

        @Nullable
        Instant rolledAt;

        @Nullable
        Instant claimedAt;

        @Nullable
        Instant expiresAt;

        @Nullable
        Instant createdAt;
    }

    static final class Contents {
        @Nullable
        List<Reward> entries;

        @Nullable
        String crateItemKey;
    }

    static final class Friends {
        List<Friend> friends;
    }

    static final class Friend {
        String externalPlayerId;

        @Nullable
        Identity displayIdentity;

        @Nullable
        Instant friendsSince;

        boolean online;

        @Nullable
        Instant lastActiveAt;

        @Nullable
        String status;

        @Nullable
        Map<String, Long> progression;

        @Nullable
        Instant giftCooldownUntil;
    }

    static final class Identity {
        String name;

        @Nullable
        String avatar;

        @Nullable
        String country;
    }

    static final class Progress {
        String mode;

        @Nullable
        Double metricValue;

        @Nullable
        String idempotencyKey;
    }

    static final class Wallet {
        List<Holding> wallet;
    }

    /** A balance. */
    public static final class Holding {
        String economyKey;
        long balance;
        Map<String, Object> metadata;

        @Nullable
        Instant createdAt;

        @Nullable
        Instant updatedAt;
    }

    /** A report of progress, answered. */
    public static final class Progressed {
        Attempt attempt;
        List<Fired> milestonesFired;
    }

    static final class Attempt {
        String id;
        String eventId;
        String eventWindowId;
        String leaderboardId;
        String playerId;

        @Nullable
        Instant startedAt;

        @Nullable
        Instant endsAt;

        @Nullable
        Instant completedAt;

        Map<String, Double> metrics;
        Map<String, Double> metricsRaw;
        double score;
        String status;
    }

    static final class Fired {
        String key;
        List<Grant> grants;
    }
}
