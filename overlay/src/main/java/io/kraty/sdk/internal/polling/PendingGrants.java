package io.kraty.sdk.internal.polling;

import io.kraty.api.model.Grant;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.schedule.Repeating;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for what is pending until it is closed, less and less often while nothing is. */
public final class PendingGrants extends Repeating implements GrantPoller {
    private final Supplier<@Nullable List<Grant>> list;
    private final Consumer<List<Grant>> onBatch;

    /**
     * Begins when it is started.
     *
     * @param list asks once; blocks until it is answered. Null if nobody plays
     */
    public PendingGrants(
            Supplier<@Nullable List<Grant>> list,
            PollPendingGrantsOptions options,
            Schedule schedule,
            Callbacks callbacks) {
        super(schedule, callbacks, new Interval(options.start(), options.grow(), options.max()), options.onError());
        this.list = list;
        this.onBatch = options.onBatch();
    }

    @Override
    protected void step(Interval interval) {
        @Nullable List<Grant> batch = list.get();
        if (batch == null || batch.isEmpty()) {
            interval.grow();
        } else {
            interval.reset();
        }
        if (batch != null) {
            tell(onBatch, batch);
        }
    }
}
