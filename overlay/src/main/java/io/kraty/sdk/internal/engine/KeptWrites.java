package io.kraty.sdk.internal.engine;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.internal.identity.Identity;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxListener;
import io.kraty.sdk.request.RequestOptions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The writes of a scope that are kept until they are done. Immutable and cheap. */
public final class KeptWrites {
    private final Engine engine;
    private final Scope scope;

    KeptWrites(Engine engine, Scope scope) {
        this.engine = engine;
        this.scope = scope;
    }

    /** Keeps a write about the player of the options, else about whoever plays or is to play first. */
    public OutboxEntry keep(
            Function<String, ? extends ApiRequest<?>> endpoint, String lane, @Nullable String tag, boolean repeatable) {
        Described.check(endpoint);
        engine.checkOpen();
        String other = options().player();
        String player = other != null ? other : identity().decided();
        ApiRequest<?> request = Described.by(endpoint, player);
        if (!request.isIdempotent()) {
            throw new IllegalArgumentException(
                    "endpoint: " + request + " carries no idempotency key to be repeated with");
        }
        String own = options().idempotencyKey() == null
                ? request.idempotencyKey()
                : options().idempotencyKey();
        String key = own == null ? engine.calls().newKey() : own;
        return engine.outbox().accept(player, options().playerSecret(), request, key, lane, tag, repeatable);
    }

    /** What is kept about the player of the options, else about whoever plays. */
    public List<OutboxEntry> pending() {
        engine.checkOpen();
        String other = options().player();
        String player = other != null ? other : identity().upcoming();
        return player == null ? List.of() : engine.outbox().pending(player);
    }

    /** Tells {@code listener} what becomes of what is kept. Returns its removal. */
    public Runnable hear(OutboxListener listener) {
        engine.checkOpen();
        return engine.outbox().add(listener, options().player());
    }

    private RequestOptions options() {
        return scope.options();
    }

    private Identity identity() {
        return engine.identity();
    }
}
