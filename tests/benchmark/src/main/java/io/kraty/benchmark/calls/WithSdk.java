package io.kraty.benchmark.calls;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;

/** With the SDK as it comes; only what it would keep on the disk is not kept. */
final class WithSdk implements Game {
    final Kraty kraty;

    WithSdk(String url) {
        this.kraty = Kraty.create(KratyClientOptions.builder()
                .baseUrl(url)
                .apiKey(KEY)
                .activeExternalPlayerId(PLAYER)
                .playerSecret(SECRET)
                .secretStore(new InMemorySecretStore())
                .membershipStore(new InMemoryMembershipStore())
                .outboxStore(new InMemoryOutboxStore())
                .build());
    }

    @Override
    public Object wallet() {
        return kraty.wallet().list();
    }

    @Override
    public Object board() {
        return kraty.eventLeaderboards().read(BOARD);
    }

    @Override
    public Object progress() {
        return kraty.events().progress(EVENT, ATTEMPT, ProgressInput.increment(1));
    }

    @Override
    public void close() {
        kraty.close();
    }
}
