package io.kraty.sandbox;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A sandbox per test, whose time stands still and whose bots wait to be told. */
@Timeout(90)
abstract class SandboxTest {
    final MutableClock clock = new MutableClock();
    KratySandbox sandbox;
    Api api;

    @BeforeEach
    void start() {
        restart(KratySandbox.builder());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    void restart(KratySandbox.Builder builder) {
        if (sandbox != null) {
            sandbox.close();
        }
        sandbox = builder.clock(clock)
                .botInterval(Duration.ZERO)
                .heartbeat(Duration.ZERO)
                .start();
        api = new Api(sandbox);
    }
}
