package io.kraty.benchmark.speed;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The leanest reader over Gson's stream that somebody would write for {@link Plain}: no checks, no tolerance for values
 * of another kind, nothing immutable. Timestamps are read by the SDK's parser, so that only the reading is compared.
 */
public final class ByHand {
    private ByHand() {}

    /** Reads the value of one member. */
    private interface Member<T> {
        void read(JsonReader in, T into, String name) throws IOException;
    }

    /** Reads one value. */
    public interface Value<T> {
        /** Reads it. */
        T read(JsonReader in) throws IOException;
    }

    /** What stands under {@code data}. */
    public static <T> T data(JsonReader in, Value<T> value) throws IOException {
        @Nullable T data = null;
        in.beginObject();
        while (in.hasNext()) {
            if (in.nextName().equals("data")) {
                data = value.read(in);
            } else {
                in.skipValue();
            }
        }
        in.endObject();
        if (data == null) {
            throw new IOException("no data");
        }
        return data;
    }

    private static <T> T object(JsonReader in, T into, Member<T> member) throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
            } else {
                member.read(in, into, name);
            }
        }
        in.endObject();
        return into;
    }

    static <T> List<T> list(JsonReader in, Value<T> element) throws IOException {
        List<T> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            list.add(element.read(in));
        }
        in.endArray();
        return list;
    }

    private static <T> Map<String, T> map(JsonReader in, Value<T> element) throws IOException {
        Map<String, T> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            map.put(in.nextName(), element.read(in));
        }
        in.endObject();
        return map;
    }

    private static Map<String, Object> free(JsonReader in) throws IOException {
        return map(in, ByHand::any);
    }

    private static Object any(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> free(in);
            case BEGIN_ARRAY -> list(in, ByHand::any);
            case BOOLEAN -> in.nextBoolean();
            case NUMBER -> in.nextDouble();
            default -> in.nextString();
        };
    }

    private static @Nullable Instant instant(JsonReader in) throws IOException {
        return Json.INSTANT.read(in);
    }

    /** A board. */
    public static Plain.Board board(JsonReader from) throws IOException {
        return object(from, new Plain.Board(), (in, board, name) -> {
            switch (name) {
                case "leaderboardId" -> board.leaderboardId = in.nextString();
                case "mode" -> board.mode = in.nextString();
                case "finalized" -> board.finalized = in.nextBoolean();
                case "finalizedReason" -> board.finalizedReason = in.nextString();
                case "entries" -> board.entries = list(in, ByHand::row);
                case "self" -> board.self = self(in);
                case "joined" -> board.joined = in.nextBoolean();
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Self self(JsonReader from) throws IOException {
        return object(from, new Plain.Self(), (in, self, name) -> {
            switch (name) {
                case "rank" -> self.rank = in.nextInt();
                case "score" -> self.score = in.nextDouble();
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Row row(JsonReader from) throws IOException {
        return object(from, new Plain.Row(), (in, row, name) -> {
            switch (name) {
                case "participantId" -> row.participantId = in.nextString();
                case "kind" -> row.kind = in.nextString();
                case "name" -> row.name = in.nextString();
                case "avatar" -> row.avatar = in.nextString();
                case "country" -> row.country = in.nextString();
                case "anonymizedName" -> row.anonymizedName = in.nextString();
                case "anonymizedAvatar" -> row.anonymizedAvatar = in.nextString();
                case "score" -> row.score = in.nextDouble();
                case "rank" -> row.rank = in.nextInt();
                case "isSelf" -> row.isSelf = in.nextBoolean();
                case "progression" -> row.progression = map(in, JsonReader::nextLong);
                case "player" -> row.player = free(in);
                default -> in.skipValue();
            }
        });
    }

    static Plain.Event event(JsonReader from) throws IOException {
        return object(from, new Plain.Event(), (in, event, name) -> {
            switch (name) {
                case "eventKey" -> event.eventKey = in.nextString();
                case "name" -> event.name = text(in);
                case "windowId" -> event.windowId = in.nextString();
                case "startsAt" -> event.startsAt = instant(in);
                case "endsAt" -> event.endsAt = instant(in);
                case "leaderboardId" -> event.leaderboardId = in.nextString();
                case "currentAttemptId" -> event.currentAttemptId = in.nextString();
                case "type" -> event.type = in.nextString();
                case "leaderboardMode" -> event.leaderboardMode = in.nextString();
                case "metrics" -> event.metrics = list(in, ByHand::free);
                case "entryRequirement" -> event.entryRequirement = free(in);
                case "entryCost" -> event.entryCost = cost(in);
                case "attemptQuota" -> event.attemptQuota = quota(in);
                case "metadata" -> event.metadata = free(in);
                case "milestoneRewards" -> event.milestoneRewards = list(in, ByHand::milestone);
                case "rewardPolicy" -> event.rewardPolicy = policy(in);
                default -> in.skipValue();
            }
        });
    }

    private static Object text(JsonReader in) throws IOException {
        return in.peek() == JsonToken.STRING ? in.nextString() : map(in, JsonReader::nextString);
    }

    private static Plain.Cost cost(JsonReader from) throws IOException {
        return object(from, new Plain.Cost(), (in, cost, name) -> {
            switch (name) {
                case "currencies" -> cost.currencies = list(in, ByHand::price);
                case "items" -> cost.items = list(in, ByHand::price);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Price price(JsonReader from) throws IOException {
        return object(from, new Plain.Price(), (in, price, name) -> {
            switch (name) {
                case "key" -> price.key = in.nextString();
                case "amount" -> price.amount = in.nextLong();
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Quota quota(JsonReader from) throws IOException {
        return object(from, new Plain.Quota(), (in, quota, name) -> {
            switch (name) {
                case "maxPerWindow" -> quota.maxPerWindow = in.nextInt();
                case "maxPerDay" -> quota.maxPerDay = in.nextInt();
                case "usedInWindow" -> quota.usedInWindow = in.nextInt();
                case "usedToday" -> quota.usedToday = in.nextInt();
                case "remaining" -> quota.remaining = in.nextInt();
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Milestone milestone(JsonReader from) throws IOException {
        return object(from, new Plain.Milestone(), (in, milestone, name) -> {
            switch (name) {
                case "key" -> milestone.key = in.nextString();
                case "metricKey" -> milestone.metricKey = in.nextString();
                case "threshold" -> milestone.threshold = in.nextDouble();
                case "entries" -> milestone.entries = list(in, ByHand::reward);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Policy policy(JsonReader from) throws IOException {
        return object(from, new Plain.Policy(), (in, policy, name) -> {
            switch (name) {
                case "type" -> policy.type = in.nextString();
                case "bundle" -> policy.bundle = bundle(in);
                case "tiers" -> policy.tiers = list(in, ByHand::tier);
                case "pool" -> policy.pool = in.nextDouble();
                case "currencyKey" -> policy.currencyKey = in.nextString();
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Tier tier(JsonReader from) throws IOException {
        return object(from, new Plain.Tier(), (in, tier, name) -> {
            switch (name) {
                case "fromRank" -> tier.fromRank = in.nextInt();
                case "toRank" -> tier.toRank = in.nextInt();
                case "bundle" -> tier.bundle = bundle(in);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Bundle bundle(JsonReader from) throws IOException {
        return object(from, new Plain.Bundle(), (in, bundle, name) -> {
            switch (name) {
                case "key" -> bundle.key = in.nextString();
                case "name" -> bundle.name = text(in);
                case "entries" -> bundle.entries = list(in, ByHand::reward);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Reward reward(JsonReader from) throws IOException {
        return object(from, new Plain.Reward(), (in, reward, name) -> {
            switch (name) {
                case "type" -> reward.type = in.nextString();
                case "currencyKey" -> reward.currencyKey = in.nextString();
                case "itemKey" -> reward.itemKey = in.nextString();
                case "crateItemKey" -> reward.crateItemKey = in.nextString();
                case "amount" -> reward.amount = amount(in);
                case "quantity" -> reward.quantity = amount(in);
                default -> in.skipValue();
            }
        });
    }

    private static Object amount(JsonReader from) throws IOException {
        if (from.peek() == JsonToken.NUMBER) {
            return from.nextDouble();
        }
        return object(from, new Plain.Range(), (in, range, name) -> {
            switch (name) {
                case "min" -> range.min = in.nextLong();
                case "max" -> range.max = in.nextLong();
                case "step" -> range.step = in.nextLong();
                default -> in.skipValue();
            }
        });
    }

    static Plain.Grant grant(JsonReader from) throws IOException {
        return object(from, new Plain.Grant(), (in, grant, name) -> {
            switch (name) {
                case "id" -> grant.id = in.nextString();
                case "kind" -> grant.kind = in.nextString();
                case "contents" -> grant.contents = contents(in);
                case "sourceKind" -> grant.sourceKind = in.nextString();
                case "sourceRefId" -> grant.sourceRefId = in.nextString();
                case "parentGrantId" -> grant.parentGrantId = in.nextString();
                case "status" -> grant.status = in.nextString();
                case "rolledAt" -> grant.rolledAt = instant(in);
                case "claimedAt" -> grant.claimedAt = instant(in);
                case "expiresAt" -> grant.expiresAt = instant(in);
                case "createdAt" -> grant.createdAt = instant(in);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Contents contents(JsonReader from) throws IOException {
        return object(from, new Plain.Contents(), (in, contents, name) -> {
            switch (name) {
                case "entries" -> contents.entries = list(in, ByHand::reward);
                case "crateItemKey" -> contents.crateItemKey = in.nextString();
                default -> in.skipValue();
            }
        });
    }

    /** The balances. */
    public static List<Plain.Holding> wallet(JsonReader from) throws IOException {
        return object(from, new Plain.Wallet(), (in, wallet, name) -> {
                    switch (name) {
                        case "wallet" -> wallet.wallet = list(in, ByHand::holding);
                        default -> in.skipValue();
                    }
                })
                .wallet;
    }

    private static Plain.Holding holding(JsonReader from) throws IOException {
        return object(from, new Plain.Holding(), (in, holding, name) -> {
            switch (name) {
                case "economyKey" -> holding.economyKey = in.nextString();
                case "balance" -> holding.balance = in.nextLong();
                case "metadata" -> holding.metadata = free(in);
                case "createdAt" -> holding.createdAt = instant(in);
                case "updatedAt" -> holding.updatedAt = instant(in);
                default -> in.skipValue();
            }
        });
    }

    /** What a report of progress is answered with. */
    public static Plain.Progressed progressed(JsonReader from) throws IOException {
        return object(from, new Plain.Progressed(), (in, progressed, name) -> {
            switch (name) {
                case "attempt" -> progressed.attempt = attempt(in);
                case "milestonesFired" -> progressed.milestonesFired = list(in, ByHand::fired);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Attempt attempt(JsonReader from) throws IOException {
        return object(from, new Plain.Attempt(), (in, attempt, name) -> {
            switch (name) {
                case "id" -> attempt.id = in.nextString();
                case "eventId" -> attempt.eventId = in.nextString();
                case "eventWindowId" -> attempt.eventWindowId = in.nextString();
                case "leaderboardId" -> attempt.leaderboardId = in.nextString();
                case "playerId" -> attempt.playerId = in.nextString();
                case "startedAt" -> attempt.startedAt = instant(in);
                case "endsAt" -> attempt.endsAt = instant(in);
                case "completedAt" -> attempt.completedAt = instant(in);
                case "metrics" -> attempt.metrics = map(in, JsonReader::nextDouble);
                case "metricsRaw" -> attempt.metricsRaw = map(in, JsonReader::nextDouble);
                case "score" -> attempt.score = in.nextDouble();
                case "status" -> attempt.status = in.nextString();
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Fired fired(JsonReader from) throws IOException {
        return object(from, new Plain.Fired(), (in, fired, name) -> {
            switch (name) {
                case "key" -> fired.key = in.nextString();
                case "grants" -> fired.grants = list(in, ByHand::grant);
                default -> in.skipValue();
            }
        });
    }

    static Plain.Friends friends(JsonReader from) throws IOException {
        return object(from, new Plain.Friends(), (in, friends, name) -> {
            switch (name) {
                case "friends" -> friends.friends = list(in, ByHand::friend);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Friend friend(JsonReader from) throws IOException {
        return object(from, new Plain.Friend(), (in, friend, name) -> {
            switch (name) {
                case "externalPlayerId" -> friend.externalPlayerId = in.nextString();
                case "displayIdentity" -> friend.displayIdentity = identity(in);
                case "friendsSince" -> friend.friendsSince = instant(in);
                case "online" -> friend.online = in.nextBoolean();
                case "lastActiveAt" -> friend.lastActiveAt = instant(in);
                case "status" -> friend.status = in.nextString();
                case "progression" -> friend.progression = map(in, JsonReader::nextLong);
                case "giftCooldownUntil" -> friend.giftCooldownUntil = instant(in);
                default -> in.skipValue();
            }
        });
    }

    private static Plain.Identity identity(JsonReader from) throws IOException {
        return object(from, new Plain.Identity(), (in, identity, name) -> {
            switch (name) {
                case "name" -> identity.name = in.nextString();
                case "avatar" -> identity.avatar = in.nextString();
                case "country" -> identity.country = in.nextString();
                default -> in.skipValue();
            }
        });
    }
}
