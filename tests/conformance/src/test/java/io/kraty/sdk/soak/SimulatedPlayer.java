package io.kraty.sdk.soak;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One device, with whoever plays on it: launches the game, plays at random, restarts. */
final class SimulatedPlayer implements Runnable {
    /** What no player does wrong here, so that neither may the platform say so. */
    private static final Set<String> UNEXPECTED = Set.of(
            "idempotency_conflict",
            "validation_failed",
            "unauthenticated",
            "session_invalid",
            "player_secret_invalid",
            "tenant_mismatch",
            "invalid_metric",
            "player_banned");

    private static final int MOST_OPEN = 2;
    private static final int EVERY_TENTH = 10;

    /** A run of an event that this device knows of. */
    record Run(String player, String eventKey, String attemptId, String board) {}

    final Soak soak;
    final SplittableRandom dice;
    final Deque<Run> runs = new ArrayDeque<>();
    final SecretStore slot = new InMemorySecretStore();
    private final int number;
    private final SecretStore store = new InMemorySecretStore();
    private final List<Runnable> open = new ArrayList<>();
    private final List<Runnable> unsettled = new ArrayList<>();
    private final @Nullable String pinned;
    private volatile Kraty kraty;
    private @Nullable String expected;
    private @Nullable String rotation;
    private int made;

    SimulatedPlayer(Soak soak, int number, long seed) {
        this.soak = soak;
        this.number = number;
        this.dice = new SplittableRandom(seed + number);
        this.pinned = number % 4 == 0 ? "pinned-" + number : null;
        this.kraty = launch();
    }

    @Override
    public void run() {
        while (soak.isRunning()) {
            String name = Activities.any(dice);
            attempt(name, () -> {
                finishRotation();
                Activities.ALL.get(name).play(this);
                soak.tally.activity(name);
            });
        }
    }

    /** Trouble is over: what was left open is brought to an end, and everybody is who they were. */
    void settle() {
        attempt("settling", () -> {
            finishRotation();
            restart();
            me();
            for (Runnable write : unsettled) {
                attempt("repeating what was unknown", write::run);
            }
        });
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void attempt(String name, Step step) {
        try {
            step.run();
        } catch (KratyApiException e) {
            soak.tally.error(e.rawCode());
            if (UNEXPECTED.contains(e.rawCode())) {
                soak.violation(this + " at \"" + name + "\": " + Trace.of(e));
            }
        } catch (KratyException e) {
            soak.tally.error(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            soak.violation(this + " was interrupted at \"" + name + "\"");
        } catch (RuntimeException | Error e) {
            soak.violation(this + " at \"" + name + "\": " + Trace.of(e));
        }
    }

    Kraty kraty() {
        return kraty;
    }

    int number() {
        return number;
    }

    /** Who plays now; registers at the first time, and is nobody else after a restart. */
    PlayerCredentials credentials() {
        PlayerCredentials now = kraty.ensureIdentity();
        if (expected != null && !expected.equals(now.externalPlayerId())) {
            soak.violation(this + " was " + expected + " and came back as " + now.externalPlayerId());
        }
        expected = now.externalPlayerId();
        soak.books.know(now);
        soak.seen.player(now.externalPlayerId());
        return now;
    }

    String me() {
        return credentials().externalPlayerId();
    }

    /** Somebody else plays from here on, on purpose. */
    void becomes(@Nullable String externalPlayerId) {
        expected = externalPlayerId;
    }

    boolean isPinned() {
        return pinned != null;
    }

    /** A text that nobody else uses. */
    String unique(String what) {
        return what + "-" + number + "-" + made++;
    }

    boolean oneIn(int times) {
        return dice.nextInt(times) == 0;
    }

    <T> @Nullable T any(List<? extends T> list) {
        return list.isEmpty() ? null : list.get(dice.nextInt(list.size()));
    }

    /** Repeats a write of unknown outcome when everything is quiet. */
    void repeatLater(Runnable write) {
        unsettled.add(write);
    }

    /** Keeps something open for a while; the oldest is closed for it. */
    void keepOpen(Runnable close) {
        open.add(close);
        if (open.size() > MOST_OPEN) {
            open.remove(0).run();
        }
    }

    void restart() {
        Kraty before = kraty;
        before.close();
        open.clear();
        kraty = launch();
    }

    private Kraty launch() {
        KratyClientOptions.Builder options = soak.options(store, number % EVERY_TENTH != 1);
        return Kraty.create(
                pinned == null
                        ? options.build()
                        : options.activeExternalPlayerId(pinned).build());
    }

    /** Replaces the secret. If no answer comes, only the same key can tell what the new one is. */
    void rotate() {
        me();
        rotation = unique("rotation");
        finishRotation();
    }

    private void finishRotation() {
        String key = rotation;
        String player = expected;
        if (key != null && player != null) {
            soak.books.know(new PlayerCredentials(
                    player,
                    kraty.with(RequestOptions.none().idempotencyKey(key))
                            .players()
                            .rotate(player)
                            .secret()));
            rotation = null;
        }
    }

    @Override
    public String toString() {
        return "player " + number + " (" + expected + ")";
    }
}
