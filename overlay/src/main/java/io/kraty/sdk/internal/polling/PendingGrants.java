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

/** Asks for what is pending until it is closed, less and less often while nothing is. */
public final class PendingGrants extends Repeating implements GrantPoller {
    private final Supplier<List<Grant>> list;
    private final Consumer<List<Grant>> onBatch;

    /**
     * Begins when it is started.
     *
     * @param list asks once; blocks until it is answered
     */
    public PendingGrants(
            Supplier<List<Grant>> list, PollPendingGrantsOptions options, Schedule schedule, Callbacks callbacks) {
        super(schedule, callbacks, new Interval(options.start(), options.grow(), options.max()), options.onError());
        this.list = list;
        this.onBatch = options.onBatch();
    }

    @Override
    protected void step(Interval interval) {
        List<Grant> batch = list.get();
        if (batch.isEmpty()) {
            interval.grow();
        } else {
            interval.reset();
        }
        tell(onBatch, batch);
    }
}
