package io.kraty.game.online;

import io.kraty.api.model.Grant;
import io.kraty.api.model.ItemGrantInput;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a player has earned or paid, in order, as soon as there is a network: also what a launch before this one could
 * not send, and never as somebody else. What is refused for good is told, not repeated; what was paid for is kept until it can be had.
 * The disk has a thread of its own, which waits for no network.
 */
public final class Outbox {
    private static final Logger LOG = Logger.getLogger("io.kraty.game");
    private static final String PAY = "-pay";
    private static final float PATIENCE = 4;
    private static final float LONG_PATIENCE = 30;
    private static final int MOST_SECONDS = 2;
    // One for all outboxes, so that whoever comes second finds what the first has written.
    private static final ExecutorService DISK = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    });

    private final Online online;
    private final Unsent file;
    private final Listener listener;
    private final List<Deed> deeds = new ArrayList<>();
    // Lanes that cannot move for now, and hold no other up. Tried again now and then, and when the game comes back.
    private final Set<String> postponed = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final CompletableFuture<List<Deed>> before;
    private CompletableFuture<?> saved = CompletableFuture.completedFuture(null);
    private volatile boolean failing;
    private boolean loaded;
    private boolean busy;
    private float wait;
    private float untilRetry;

    /** Told what becomes of deeds of whoever plays, on the game's thread. */
    public interface Listener {
        /** It is done; the platform has answered this. */
        void done(Deed deed, Object answer);

        /** It is not to be. */
        void refused(Deed deed, Problem problem);

        /** It cannot be for now, and stays here. Told once for each deed and launch. */
        void kept(Deed deed, Problem problem);
    }

    /** An outbox for whoever plays in the slot of the moment. */
    public Outbox(Online online, Path files, Listener listener) {
        this.online = online;
        this.file = new Unsent(files.resolve("unsent-" + online.slot() + ".json"));
        this.listener = listener;
        this.before = CompletableFuture.supplyAsync(file::read, DISK).exceptionally(unreadable -> {
            LOG.log(Level.WARNING, "what was not sent before cannot be read", unreadable);
            return List.of();
        });
    }

    /** How much of whoever plays is not confirmed yet. */
    public int size() {
        return (int) deeds.stream().filter(this::isMine).count();
    }

    /** Whether something of an attempt is not confirmed yet. */
    public boolean holds(String attempt) {
        return deeds.stream().anyMatch(deed -> attempt.equals(deed.attempt()));
    }

    /** Whether whoever plays has such a deed under way, also one of an earlier launch. */
    public boolean holds(Deed.Kind kind, String subject) {
        return deeds.stream()
                .filter(this::isMine)
                .anyMatch(deed -> deed.kind() == kind && deed.subject().equals(subject));
    }

    /** Whether what earlier launches have left was read. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Whether the disk could not keep what was to be kept. */
    public boolean isFailing() {
        return failing;
    }

    /** Progress of an attempt, of the player who has begun it. */
    public void progress(String player, String event, String attempt, Map<String, Double> more) {
        add(player, Deed.Kind.PROGRESS, event, attempt, null, more);
    }

    public void finish(String player, String event, String attempt) {
        add(player, Deed.Kind.FINISH, event, attempt, null, Map.of());
    }

    public void score(String player, String board, @Nullable String segment, double score) {
        add(player, Deed.Kind.SCORE, board, null, segment, Map.of("score", score));
    }

    public void purchase(String product, long cents) {
        add(player(), Deed.Kind.PURCHASE, product, null, null, Map.of("cents", (double) cents));
    }

    /** Pays gold, and gets an item for it. */
    public void trade(String item, long gold) {
        add(player(), Deed.Kind.TRADE, item, null, null, Map.of("gold", (double) gold));
    }

    private void add(
            String player,
            Deed.Kind kind,
            String subject,
            @Nullable String attempt,
            @Nullable String segment,
            Map<String, Double> amounts) {
        String key = UUID.randomUUID().toString();
        deeds.add(new Deed(
                key,
                player,
                kind,
                subject,
                attempt,
                segment,
                amounts,
                online.now().toString()));
        save();
        pump();
    }

    /** What an earlier launch has left comes first, also if that is still being read. */
    private void save() {
        List<Deed> all = List.copyOf(deeds);
        List<Deed> none = List.of();
        CompletableFuture<List<Deed>> first = loaded ? CompletableFuture.completedFuture(none) : before;
        saved = first.thenAcceptAsync(
                        earlier -> {
                            List<Deed> both = new ArrayList<>(earlier);
                            both.addAll(all);
                            file.write(both);
                            failing = false;
                        },
                        DISK)
                .exceptionally(fullDisk -> {
                    failing = true;
                    LOG.log(Level.WARNING, "what is earned lasts for this session only", fullDisk);
                    return null;
                });
    }

    /** Who plays; empty until that is known. */
    private String player() {
        return online.kraty().activeExternalPlayerId().orElse("");
    }

    private boolean isMine(Deed deed) {
        return deed.player().isEmpty() || deed.player().equals(player());
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
        untilRetry -= seconds;
        if (untilRetry <= 0) {
            untilRetry = LONG_PATIENCE;
            postponed.clear();
        }
        if (!loaded && before.isDone()) {
            deeds.addAll(0, before.join());
            loaded = true;
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
            CompletableFuture.runAsync(() -> {}, DISK).get(MOST_SECONDS, TimeUnit.SECONDS); // other slots' as well
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
        Deed next = busy || !loaded || wait > 0 ? null : next();
        if (next == null) {
            return;
        }
        busy = true;
        CompletableFuture<?> kept = saved;
        online.send(
                kraty -> {
                    kept.join(); // not sent before it is kept, if the disk can: its key has to be known
                    return send(kraty, next);
                },
                answer -> ended(next, answer),
                problem -> failed(next, problem));
    }

    /** The first deed of whoever plays that can be sent. Those of somebody who signed out wait for them. */
    private @Nullable Deed next() {
        String player = player();
        return deeds.stream()
                .filter(deed -> !player.isEmpty() && deed.player().equals(player))
                .filter(deed -> !postponed.contains(lane(deed)))
                .findFirst()
                .orElse(null);
    }

    /** What has to stay in order: all that belongs to an attempt. */
    private static String lane(Deed deed) {
        return Objects.requireNonNullElse(deed.attempt(), deed.key());
    }

    private void ended(Deed deed, Optional<Object> answer) {
        busy = false;
        if (answer.isPresent()) {
            remove(deed);
            if (isMine(deed)) {
                listener.done(deed, answer.get());
            }
        }
        pump();
    }

    private void failed(Deed deed, Problem problem) {
        busy = false;
        switch (problem.kind()) {
            case OFFLINE, LATER, SIGN_IN, BANNED -> wait = PATIENCE;
            default -> {
                boolean isOver = isFinal(deed, problem);
                if (isOver) {
                    remove(deed);
                } else {
                    postponed.add(lane(deed));
                }
                if (isMine(deed) && isOver) {
                    listener.refused(deed, problem);
                } else if (isMine(deed) && told.add(deed.key())) {
                    listener.kept(deed, problem);
                }
            }
        }
    }

    /**
     * Whether a deed can never be done. Only for reasons that lie in the deed itself: what lies in the game's account or the
     * player's can be mended, and what is paid is not thrown away because of it.
     */
    private static boolean isFinal(Deed deed, Problem problem) {
        if (!(problem.cause() instanceof KratyApiException refused) || isPaid(deed, problem)) {
            return false; // a bug of the game's, such as one that the next version mends
        }
        boolean isUnknown = refused.isValidationFailed() || refused.isUnknownCurrency();
        return switch (deed.kind()) {
            case PURCHASE -> isUnknown;
            case TRADE ->
                isUnknown
                        || refused.isConflict() // not enough gold
                        || refused.isInsufficientEntryCost()
                        || refused.isInventoryNotPermissive();
            case PROGRESS, FINISH, SCORE ->
                switch (refused.code()) {
                    case UNAUTHENTICATED, SESSION_INVALID, TENANT_MISMATCH, FORBIDDEN -> false;
                    default -> true;
                };
        };
    }

    /** Whether the player has paid for a trade whose item could not be had: it is owed until it can. */
    public static boolean isPaid(Deed deed, Problem problem) {
        KratyException cause = problem.cause();
        String key = cause == null ? null : cause.idempotencyKey();
        return deed.kind() == Deed.Kind.TRADE && key != null && !key.endsWith(PAY);
    }

    private void remove(Deed deed) {
        deeds.removeIf(each -> each.key().equals(deed.key()));
        save();
    }

    /** Sends all of a deed as the player whose it is; empty if somebody else plays by now. */
    private static Optional<Object> send(Kraty kraty, Deed deed) {
        PlayerCredentials who = kraty.ensureIdentity();
        if (!who.externalPlayerId().equals(deed.player())) {
            return Optional.empty();
        }
        KratyView once = step(kraty, who, deed.key());
        return Optional.of(
                switch (deed.kind()) {
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
                    case TRADE -> trade(kraty, who, deed);
                    case PURCHASE ->
                        once.trackPurchase(TrackPurchaseRequest.builder()
                                .transactionId(deed.key())
                                .store(PurchaseStore.STEAM)
                                .productId(deed.subject())
                                .amountMinor(Math.round(deed.amounts().getOrDefault("cents", 0.0)))
                                .currency("EUR")
                                .purchasedAt(deed.time())
                                .build());
                });
    }

    /** Three steps with a key each: whatever ends it in the middle, the next time goes on where it ended. */
    private static Grant trade(Kraty kraty, PlayerCredentials who, Deed deed) {
        long gold = Math.round(deed.amounts().getOrDefault("gold", 0.0));
        step(kraty, who, deed.key() + PAY).wallet().debit("gold", gold);
        Grant item = step(kraty, who, deed.key() + "-get")
                .grants()
                .grant(List.of(ItemGrantInput.builder()
                        .itemKey(deed.subject())
                        .quantity(1)
                        .build()));
        return step(kraty, who, deed.key() + "-take").grants().claim(item.id());
    }

    /** Calls as this player, whoever signs in meanwhile, and with this key. */
    private static KratyView step(Kraty kraty, PlayerCredentials who, String key) {
        return kraty.with(RequestOptions.as(who.externalPlayerId())
                .playerSecret(who.secret())
                .idempotencyKey(key));
    }
}
