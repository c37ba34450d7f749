package io.kraty.game.online;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.FileSecretStore;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place that asks the platform something: it runs beside the thread that draws, and what comes back is told on it.
 * (What is live, a subscription or a watch, never blocks, so it is opened where it is shown.) Also knows whether the platform
 * can be reached, and notices when it can again.
 */
public final class Online implements AutoCloseable {
    private static final float SECONDS_BETWEEN_LOOKS = 3;

    private final Setup setup;
    private final Runnable onBack;
    private Kraty kraty;
    private int slot;
    private volatile boolean offline;
    private boolean looking;
    private float untilLook;
    private int epoch;
    private volatile boolean closed;

    /**
     * Connects as the player of the first slot.
     *
     * @param onBack called when the platform answers again after it did not
     */
    public Online(Setup setup, Runnable onBack) {
        this.setup = setup;
        this.onBack = onBack;
        this.slot = 1;
        this.kraty = launch();
    }

    private Kraty launch() {
        return Kraty.create(KratyClientOptions.builder()
                .baseUrl(setup.baseUrl())
                .apiKey(setup.apiKey())
                .allowCleartext(setup.allowCleartext())
                .httpClient(setup.httpClient())
                .onRequest(this::heard)
                .callbackExecutor(setup.gameThread())
                .secretStore(new FileSecretStore(setup.files().resolve("player-" + slot + ".json")))
                .membershipStore(new FileMembershipStore(setup.files().resolve("boards-" + slot + ".json")))
                .build());
    }

    /** Beside the game's thread: whatever came back over the network shows that there is one. */
    private void heard(RequestInfo attempt) {
        setup.onRequest().accept(attempt);
        if (offline && attempt.status() != null) {
            setup.gameThread().execute(this::answered);
        }
    }

    /** Who plays now; another one after every change of slots. */
    public Kraty kraty() {
        return kraty;
    }

    /** Which of the device's players plays: 1 or 2. */
    public int slot() {
        return slot;
    }

    /** Goes on as the player of another slot. What is under way for the one before is ended; nothing of theirs is forgotten. */
    public void become(int other) {
        kraty.close();
        slot = other;
        kraty = launch();
        offline = false;
        renew();
    }

    /** Somebody else plays from now on: what was asked for the one before is not told any more. */
    public void renew() {
        epoch++;
        looking = false;
        untilLook = 0;
    }

    /** The time on the platform's clock; on the device's until that is known. */
    public Instant now() {
        return kraty.isTimeSynced() ? kraty.serverNow() : Instant.now();
    }

    public boolean isOffline() {
        return offline;
    }

    /**
     * Asks something that takes a while.
     *
     * @param question blocking code, run beside the game's thread
     * @param then told the answer on the game's thread, unless somebody else plays by then
     * @param otherwise told why there is none
     * @return what can be cancelled: what is under way ends, and nothing more is sent
     */
    public <T extends @Nullable Object> CompletableFuture<T> ask(
            Function<Kraty, ? extends T> question, Consumer<? super T> then, Consumer<Problem> otherwise) {
        int asked = epoch;
        return send(
                question,
                answer -> {
                    if (asked == epoch) {
                        then.accept(answer);
                    }
                },
                problem -> {
                    if (asked == epoch) {
                        otherwise.accept(problem);
                    }
                });
    }

    /** As {@link #ask}, for what has to be known also if somebody else plays in the same slot by then. */
    <T extends @Nullable Object> CompletableFuture<T> send(
            Function<Kraty, ? extends T> question, Consumer<? super T> then, Consumer<Problem> otherwise) {
        Kraty asked = kraty;
        CompletableFuture<T> answer = asked.async(() -> question.apply(asked));
        answer.whenComplete((result, failure) -> {
            if (closed || asked != kraty || failure instanceof CancellationException) {
                return;
            }
            try {
                if (failure == null) {
                    then.accept(result);
                } else {
                    otherwise.accept(noticed(Problem.of(failure)));
                }
            } catch (RuntimeException | Error bug) {
                setup.gameThread().execute(() -> {
                    throw bug; // where a bug of the game's belongs, instead of into a future that nobody looks at
                });
            }
        });
        return answer;
    }

    /** Takes note of a problem that was seen elsewhere, such as by a subscription. */
    public Problem noticed(Problem problem) {
        if (problem.kind() == Problem.Kind.OFFLINE) {
            offline = true;
        } else if (problem.cause() instanceof KratyApiException) {
            answered();
        }
        return problem;
    }

    private void answered() {
        if (offline) {
            offline = false;
            kraty.pause();
            kraty.resume(); // what waits to connect again does so at once
            onBack.run();
        }
    }

    /** To be called every frame. */
    public void tick(float seconds) {
        untilLook -= seconds;
        if (offline && !looking && untilLook <= 0) {
            looking = true;
            untilLook = SECONDS_BETWEEN_LOOKS;
            ask(Online::look, there -> looking = false, problem -> looking = false); // the answer is heard()
        }
    }

    private static boolean look(Kraty kraty) {
        kraty.ping();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        kraty.close();
    }
}
