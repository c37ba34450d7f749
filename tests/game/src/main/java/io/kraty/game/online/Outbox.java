package io.kraty.game.online;

import io.kraty.api.model.Grant;
import io.kraty.api.model.ItemGrantInput;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the player has earned or paid, in order, as soon as there is a network: also what a launch before this one could
 * not send. What is refused for good is told, not repeated; what was paid for is owed until it can be had. The disk has a thread of its own, which waits for no network.
 */
public final class Outbox {
    private static final Logger LOG = Logger.getLogger("io.kraty.game");
    private static final String PAY = "-pay";
    private static final float PATIENCE = 4;
    private static final int MOST_SECONDS = 2;
    // One for all outboxes, so that whoever comes second finds what the first has written.
    private static final ExecutorService DISK = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    });

    private final Online online;
    private final Unsent file;
    private final BiConsumer<Deed, Object> onDone;
    private final BiConsumer<Deed, Problem> onRefused;
    private final List<Deed> deeds = new ArrayList<>();
    // What cannot be sent for now, and holds nothing else up. Tried again when the game starts or comes back.
    private final Set<String> postponed = new HashSet<>();
    private final CompletableFuture<List<Deed>> before;
    private CompletableFuture<?> saved = CompletableFuture.completedFuture(null);
    private boolean loaded;
    private boolean busy;
    private float wait;

    /**
     * An outbox for whoever plays now.
     *
     * @param onDone told of each deed that is done, and what the platform answered
     * @param onRefused told of each deed that is not to be
     */
    public Outbox(Online online, Path files, BiConsumer<Deed, Object> onDone, BiConsumer<Deed, Problem> onRefused) {
        this.online = online;
        this.file = new Unsent(files.resolve("unsent-" + online.slot() + ".json"));
        this.onDone = onDone;
        this.onRefused = onRefused;
        this.before = CompletableFuture.supplyAsync(file::read, DISK).exceptionally(unreadable -> List.of());
    }

    /** How much is not confirmed yet. */
    public int size() {
        return deeds.size();
    }

    /** Whether something of an attempt is not confirmed yet. */
    public boolean holds(String attempt) {
        return deeds.stream().anyMatch(deed -> attempt.equals(deed.attempt()));
    }

    public void progress(String event, String attempt, Map<String, Double> more) {
        add(Deed.Kind.PROGRESS, event, attempt, null, more);
    }

    public void finish(String event, String attempt) {
        add(Deed.Kind.FINISH, event, attempt, null, Map.of());
    }

    public void score(String board, @Nullable String segment, double score) {
        add(Deed.Kind.SCORE, board, null, segment, Map.of("score", score));
    }

    public void purchase(String product, long cents) {
        add(Deed.Kind.PURCHASE, product, null, null, Map.of("cents", (double) cents));
    }

    /** Pays gold, and gets an item for it. */
    public void trade(String item, long gold) {
        add(Deed.Kind.TRADE, item, null, null, Map.of("gold", (double) gold));
    }

    private void add(
            Deed.Kind kind,
            String subject,
            @Nullable String attempt,
            @Nullable String segment,
            Map<String, Double> amounts) {
        String key = UUID.randomUUID().toString();
        deeds.add(new Deed(
                key,
                player(),
                kind,
                subject,
                attempt,
                segment,
                amounts,
                online.now().toString()));
        save();
        pump();
    }

    private void save() {
        if (loaded) {
            List<Deed> all = List.copyOf(deeds);
            saved = CompletableFuture.runAsync(() -> file.write(all), DISK).exceptionally(fullDisk -> {
                LOG.log(Level.WARNING, "what is earned lasts for this session only", fullDisk);
                return null;
            });
        }
    }

    /** Who plays; empty until that is known. */
    private String player() {
        return online.kraty().activeExternalPlayerId().orElse("");
    }

    /** What was done before anybody was known belongs to whoever is known first. */
    private void settle() {
        String player = player();
        if (!player.isEmpty() && deeds.stream().anyMatch(deed -> deed.player().isEmpty())) {
            deeds.replaceAll(deed -> deed.player().isEmpty() ? deed.of(player) : deed);
            save();
        }
    }

    /** To be called every frame. */
    public void tick(float seconds) {
        wait -= seconds;
        if (!loaded && before.isDone()) {
            loaded = true;
            if (!deeds.isEmpty()) {
                deeds.addAll(0, before.join());
                save();
            } else {
                deeds.addAll(before.join());
            }
        }
        if (loaded) {
            settle();
        }
        pump();
    }

    /** What was accepted is on the disk when this returns, unless that takes too long. For the end of the game. */
    public void close() {
        try {
            saved.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // There is nobody left to tell.
        }
    }

    /** What waits is sent at once. */
    public void hurry() {
        wait = 0;
        postponed.clear();
        pump();
    }

    private void pump() {
        Deed next = busy || !loaded || wait > 0 ? null : mine();
        if (next == null) {
            return;
        }
        busy = true;
        CompletableFuture<?> kept = saved;
        online.ask(
                kraty -> {
                    kept.join(); // not sent before it is kept, if the disk can: its key has to be known
                    return send(kraty, next);
                },
                answer -> done(next, answer),
                problem -> failed(next, problem));
    }

    /** The first deed of whoever plays. Those of somebody who signed out wait for them. */
    private @Nullable Deed mine() {
        String player = player();
        return deeds.stream()
                .filter(deed -> deed.player().isEmpty() || deed.player().equals(player))
                .filter(deed -> !postponed.contains(deed.key()))
                .findFirst()
                .orElse(null);
    }

    private void done(Deed deed, Object answer) {
        busy = false;
        remove(deed);
        onDone.accept(deed, answer);
        pump();
    }

    private void failed(Deed deed, Problem problem) {
        busy = false;
        switch (problem.kind()) {
            case OFFLINE, LATER, SIGN_IN, BANNED -> wait = PATIENCE;
            case BUG -> postponed.add(deed.key()); // of the game's, so the player keeps what is theirs
            default -> {
                if (isPaid(deed, problem)) {
                    postponed.add(deed.key());
                } else {
                    remove(deed);
                }
                onRefused.accept(deed, problem);
            }
        }
    }

    /** Whether the player has paid for a trade whose item could not be had: it is owed until it can. */
    public static boolean isPaid(Deed deed, Problem problem) {
        KratyException cause = problem.cause();
        String key = cause == null ? null : cause.idempotencyKey();
        return deed.kind() == Deed.Kind.TRADE && key != null && !key.endsWith(PAY);
    }

    private void remove(Deed deed) {
        deeds.remove(deed);
        save();
    }

    private static Object send(Kraty kraty, Deed deed) {
        KratyView once = kraty.with(RequestOptions.none().idempotencyKey(deed.key()));
        return switch (deed.kind()) {
            case PROGRESS ->
                once.events()
                        .progress(
                                deed.subject(),
                                String.valueOf(deed.attempt()),
                                ProgressInput.increment(deed.amounts()).occurredAt(deed.time()));
            case FINISH -> once.events().finish(deed.subject(), String.valueOf(deed.attempt()));
            case SCORE ->
                once.leaderboards()
                        .submitScore(
                                deed.subject(),
                                SubmitScoreRequest.builder()
                                        .value(deed.amounts().getOrDefault("score", 0.0))
                                        .segment(deed.segment())
                                        .build());
            case TRADE -> trade(kraty, deed);
            case PURCHASE ->
                once.trackPurchase(TrackPurchaseRequest.builder()
                        .transactionId(deed.key())
                        .store(PurchaseStore.STEAM)
                        .productId(deed.subject())
                        .amountMinor(Math.round(deed.amounts().getOrDefault("cents", 0.0)))
                        .currency("EUR")
                        .purchasedAt(deed.time())
                        .build());
        };
    }

    /** Three steps with a key each: whatever ends it in the middle, the next time goes on where it ended. */
    private static Grant trade(Kraty kraty, Deed deed) {
        step(kraty, deed, PAY).wallet().debit("gold", Math.round(deed.amounts().getOrDefault("gold", 0.0)));
        Grant item = step(kraty, deed, "-get")
                .grants()
                .grant(List.of(ItemGrantInput.builder()
                        .itemKey(deed.subject())
                        .quantity(1)
                        .build()));
        return step(kraty, deed, "-take").grants().claim(item.id());
    }

    private static KratyView step(Kraty kraty, Deed deed, String step) {
        return kraty.with(RequestOptions.none().idempotencyKey(deed.key() + step));
    }
}
