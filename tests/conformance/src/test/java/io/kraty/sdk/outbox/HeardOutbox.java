package io.kraty.sdk.outbox;

import io.kraty.sdk.live.OutboxListener;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.live.OutboxResult.Done;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that takes everything, and remembers it. */
final class HeardOutbox implements OutboxListener {
    private final List<OutboxResult> all = new CopyOnWriteArrayList<>();

    @Override
    public void onResult(OutboxResult result) {
        all.add(result);
    }

    List<OutboxResult> all() {
        return List.copyOf(all);
    }

    /** The keys of what was told, in the order in which it was. */
    List<String> keys() {
        return all.stream().map(result -> result.entry().key()).toList();
    }

    /** The only one so far. */
    OutboxResult only() {
        if (all.size() != 1) {
            throw new AssertionError("not one result: " + all);
        }
        return all.get(0);
    }

    Done done() {
        if (only() instanceof Done done) {
            return done;
        }
        throw new AssertionError("not done: " + only());
    }
}
