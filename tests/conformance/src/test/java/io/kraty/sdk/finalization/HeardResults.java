package io.kraty.sdk.finalization;

import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.wire.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that takes everything, and remembers it. */
final class HeardResults implements FinalizationListener {
    private final List<FinalizationResult> all = new CopyOnWriteArrayList<>();

    @Override
    public void onFinalized(FinalizationResult result) {
        all.add(result);
    }

    List<FinalizationResult> all() {
        return List.copyOf(all);
    }

    /** The only one so far, waited for. */
    FinalizationResult only() throws InterruptedException {
        Await.until("a result", () -> !all.isEmpty());
        if (all.size() != 1) {
            throw new AssertionError("more than one result: " + all);
        }
        return all.get(0);
    }
}
