package io.kraty.api.model;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a reward gives: a fixed number, or a range that is rolled when the reward is granted. What is neither is kept
 * as it came, so that one odd amount does not lose the rest of an answer.
 *
 * @since 0.1.0
 */
@JsonAdapter(RewardAmount.Adapter.class)
public sealed interface RewardAmount permits RewardAmount.Fixed, RewardAmount.Range, RewardAmount.Unrecognized {
    /** The least it gives; 0 if it is not recognized. */
    double min();

    /** The most it gives; 0 if it is not recognized. */
    double max();

    /** A fixed amount. */
    static RewardAmount of(double amount) {
        return new Fixed(amount);
    }

    /**
     * A known number.
     *
     * @param amount how much
     */
    record Fixed(double amount) implements RewardAmount {
        @Override
        public double min() {
            return amount;
        }

        @Override
        public double max() {
            return amount;
        }

        @Override
        public String toString() {
            return text(amount);
        }
    }

    /**
     * Rolled when the reward is granted.
     *
     * @param range the bounds, and the step between possible results
     */
    record Range(AmountRange range) implements RewardAmount {
        @Override
        public double min() {
            return range.min();
        }

        @Override
        public double max() {
            return range.max();
        }

        @Override
        public String toString() {
            return range.min() + "–" + range.max();
        }
    }

    /**
     * Neither a number nor a range.
     *
     * @param raw what came
     */
    record Unrecognized(@Nullable Object raw) implements RewardAmount {
        @Override
        public double min() {
            return 0;
        }

        @Override
        public double max() {
            return 0;
        }

        @Override
        public String toString() {
            return "?";
        }
    }

    private static String text(double amount) {
        return amount == Math.rint(amount) && Math.abs(amount) < 1L << 53
                ? Long.toString((long) amount)
                : Double.toString(amount);
    }

    /** Reads any form and writes back the one it read. */
    final class Adapter extends TypeAdapter<RewardAmount> {
        /** The one to use. */
        public static final Adapter INSTANCE = new Adapter();

        /** For Gson; everybody else uses {@link #INSTANCE}. */
        public Adapter() {}

        @Override
        public @Nullable RewardAmount read(JsonReader in) throws IOException {
            Object raw = Json.ANY.read(in);
            if (raw == null) {
                return null;
            }
            if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
                return new Fixed(number.doubleValue());
            }
            if (raw instanceof Map<?, ?> map
                    && map.get("min") instanceof Long min
                    && map.get("max") instanceof Long max
                    && map.get("step") instanceof Long step) {
                return new Range(new AmountRange(min, max, step));
            }
            return rare(raw);
        }

        /** A range in other words: with numbers as texts, or without a step. */
        private static RewardAmount rare(Object raw) {
            try {
                AmountRange range = AmountRange.Adapter.INSTANCE.fromJson(Json.ANY.toJson(raw));
                return range == null ? new Unrecognized(raw) : new Range(range);
            } catch (IOException | RuntimeException e) {
                return new Unrecognized(raw);
            }
        }

        @Override
        public void write(JsonWriter out, @Nullable RewardAmount value) throws IOException {
            if (value instanceof Fixed fixed) {
                Json.DOUBLE.write(out, fixed.amount());
            } else if (value instanceof Range range) {
                AmountRange.Adapter.INSTANCE.write(out, range.range());
            } else if (value instanceof Unrecognized unrecognized) {
                Json.ANY.write(out, unrecognized.raw());
            } else {
                out.nullValue();
            }
        }
    }
}
