package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import java.util.function.Supplier;

/** Gives each write one idempotency key, which all its attempts carry; one that it has already stays. */
record Stamping(Exchange next, Supplier<String> keys) implements Exchange {
    @Override
    public Answer send(Ask ask) {
        ApiRequest<?> request = ask.request();
        boolean needsOne = request.isIdempotent() && request.idempotencyKey() == null;
        return next.send(needsOne ? ask.withKey(keys.get()) : ask);
    }
}
