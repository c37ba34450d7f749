package io.kraty.sdk.finalization;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A device with a sandbox to play against: what it keeps outlasts its launches. */
final class Device implements AutoCloseable {
    final KratySandbox sandbox = KratySandbox.start();
    final FakeTiming timing = FakeTiming.flowing();
    final ListedStore memberships = new ListedStore();
    private final InMemorySecretStore secrets = new InMemorySecretStore();
    private final List<Kraty> launched = new ArrayList<>();

    KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, timing).secretStore(secrets).membershipStore(memberships);
    }

    /** Ends the game, if it runs, and starts it. */
    Kraty launch() {
        return launch(options());
    }

    Kraty launch(KratyClientOptions.Builder options) {
        launched.forEach(Kraty::close);
        Kraty kraty = Kraty.create(options.build());
        launched.add(kraty);
        return kraty;
    }

    /** Lets time pass on the device. */
    void pass(Duration time) {
        try {
            timing.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What was asked of the platform, by operation. */
    List<String> operations() {
        return sandbox.requests().stream().map(request -> request.operation()).toList();
    }

    long count(String operation) {
        return operations().stream().filter(operation::equals).count();
    }

    @Override
    public void close() {
        launched.forEach(Kraty::close);
        sandbox.close();
    }
}
