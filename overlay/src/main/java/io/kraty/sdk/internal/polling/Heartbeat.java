package io.kraty.sdk.internal.polling;

import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.schedule.Repeating;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.live.PresenceHeartbeat;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says again and again that the player is here. */
public final class Heartbeat extends Repeating implements PresenceHeartbeat {
    // Twice within the time after which the platform takes a player for gone, which is 60 to 90 s.
    private static final Duration BEAT = Duration.ofSeconds(30);

    private final Predicate<PresenceInput> send;
    private volatile @Nullable PresenceStatus status;

    /**
     * Begins when it is started.
     *
     * @param status what friends see; null leaves it as it is
     * @param send tells the platform; blocks. False if it is somebody else who plays now, which ends this
     */
    public Heartbeat(
            @Nullable PresenceStatus status, Predicate<PresenceInput> send, Schedule schedule, Callbacks callbacks) {
        super(schedule, callbacks, new Interval(BEAT, 1, BEAT), error -> {});
        this.status = status;
        this.send = send;
    }

    @Override
    protected void step(Interval interval) {
        PresenceStatus now = status;
        PresenceInput.Builder presence = PresenceInput.builder();
        if (!send.test((now == null ? presence : presence.status(now)).build())) {
            close();
        }
    }

    @Override
    public void playerChanged() {
        soon();
    }

    @Override
    public void status(PresenceStatus status) {
        this.status = status;
        soon();
    }
}
