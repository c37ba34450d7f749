package io.kraty.sdk;

import io.kraty.api.model.GiftStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which gifts to list. Immutable.
 *
 * @param status only gifts in this state, of which the platform knows {@link GiftStatus#PENDING}; null for all
 * @param limit how many at most, from 1; null for the platform's own number
 */
public record GiftReadOptions(
        @Nullable GiftStatus status, @Nullable Integer limit) {
    private static final GiftReadOptions DEFAULTS = new GiftReadOptions(null, null);

    /** All gifts, as many as the platform gives. */
    public static GiftReadOptions defaults() {
        return DEFAULTS;
    }

    /** Only gifts that wait to be claimed. */
    public static GiftReadOptions pending() {
        return builder().status(GiftStatus.PENDING).build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what to list. Ranges are checked when it is listed. Not thread-safe. */
    public static final class Builder {
        private @Nullable GiftStatus status;
        private @Nullable Integer limit;

        private Builder() {}

        /** Only gifts in this state. Defaults to all. */
        public Builder status(GiftStatus status) {
            this.status = status;
            return this;
        }

        /** How many at most, from 1. Defaults to the platform's own number. */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /** The finished options. */
        public GiftReadOptions build() {
            return new GiftReadOptions(status, limit);
        }
    }
}
