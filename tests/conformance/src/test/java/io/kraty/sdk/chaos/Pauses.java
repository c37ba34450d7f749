package io.kraty.sdk.chaos;

import java.util.concurrent.TimeUnit;

/** Moments of real time. */
final class Pauses {
    private Pauses() {}

    static void micros(int micros) throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep(micros);
    }
}
