package io.kraty.sdk.internal.callback;

import io.kraty.sdk.error.KratyException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The end of something that goes on in the background, to be seen by many: only the SDK completes it. */
public final class Completion extends Promise<@Nullable Void> {
    /** Open; {@code steps} takes what comes after it. */
    public Completion(Executor steps) {
        super(steps);
    }

    /** It is over: normally if {@code why} is null. */
    public void finish(@Nullable KratyException why) {
        if (why == null) {
            super.complete(null);
        } else {
            super.completeExceptionally(why);
        }
    }

    @Override
    public boolean complete(@Nullable Void value) {
        return false;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return false;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return false;
    }
}
