package io.kraty.benchmark.outage;

import io.kraty.sdk.error.KratyException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one client behaves when something fails. What it does otherwise is the same for all. */
interface Manners {
    /** The wait before a call is tried again of which {@code attempts} failed; null if it is given up. */
    @Nullable
    Duration retry(int attempts, KratyException failure);

    /** A call went well, at the {@code attempts}th attempt. */
    void succeeded(int attempts);

    /** The wait before its stream connects again. */
    Duration reconnect(KratyException failure, Duration health);

    /** The wait before it reads its board again, a read of which has failed with all its attempts. */
    Duration reread(KratyException failure);

    /** Its board was read, or its stream is back. */
    void hope();

    /** The wait before its outbox tries again. */
    Duration resend(KratyException failure);

    /** The outbox was rid of something. */
    void sent();
}
