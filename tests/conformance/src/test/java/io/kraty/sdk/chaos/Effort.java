package io.kraty.sdk.chaos;

import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.OutboxClient;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One write, and what its caller was told about it. */
final class Effort {
    /** What is known of it. */
    enum Told {
        /** The caller died first. */
        NOTHING,
        DONE,
        /** The outbox took it. */
        ACCEPTED,
        NOT_SENT,
        REFUSED,
        UNKNOWN
    }

    final Step.Write step;
    final Life life;
    private final String name;
    /** A grant, an attempt or a transaction. */
    final String target;
    /** What it adds to a sum: no two efforts the same digit of it. */
    final long amount;

    final List<OutboxResult> results = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    volatile Told told = Told.NOTHING;
    volatile String key;
    /** Whose it is, if the outbox said so. */
    volatile String player;

    volatile Throwable why;
    /** The platform may have forgotten its key. */
    volatile boolean isOld;

    Effort(Step.Write step, Life life, String serial, String target, long amount) {
        this.step = step;
        this.life = life;
        this.name = "w" + step.number() + serial;
        this.target = target;
        this.amount = amount;
        this.key = step.ownKey() ? "key-" + step.number() + serial : null;
    }

    String name() {
        return name;
    }

    private boolean isOutboxs() {
        return step.door() == Step.Door.OUTBOX;
    }

    /** Writes, and notes what it is told. */
    void run(KratyView kraty) {
        try {
            if (isOutboxs()) {
                accepted(toOutbox(kraty.outbox().tagged(name())));
            } else {
                call(kraty);
            }
            ended(isOutboxs() ? Told.ACCEPTED : Told.DONE, null);
        } catch (Throwable e) {
            failed(e);
        }
    }

    void failed(Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof KratyException failure) {
            ended(
                    switch (failure.outcome()) {
                        case NOT_SENT -> Told.NOT_SENT;
                        case REFUSED -> Told.REFUSED;
                        case UNKNOWN -> Told.UNKNOWN;
                    },
                    cause);
        } else if (cause instanceof CancellationException || cause instanceof IllegalStateException) {
            ended(Told.UNKNOWN, cause); // cancelled, or closed: nothing is said
        } else {
            why = cause; // to be looked at: nothing else may be thrown
            over.countDown();
        }
    }

    /** The first that is heard counts, and only while the caller lives. */
    synchronized void ended(Told what, Throwable cause) {
        if (told == Told.NOTHING && !life.isDead()) {
            told = what;
            why = cause;
            Throwable said = cause instanceof IllegalStateException ? cause.getCause() : cause;
            if (key == null && said instanceof KratyException failure) {
                key = failure.idempotencyKey();
            }
        }
        over.countDown();
    }

    private void accepted(OutboxEntry entry) {
        if (!life.isDead()) {
            key = entry.key();
            player = entry.externalPlayerId();
        }
    }

    boolean await(long seconds) throws InterruptedException {
        return over.await(seconds, TimeUnit.SECONDS);
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** The blocking call. */
    void call(KratyView kraty) {
        switch (step.op()) {
            case DEBIT -> kraty.wallet().debit("gold", debit());
            case CLAIM -> kraty.grants().claim(target);
            case OPEN -> kraty.grants().open(target);
            case SCORE -> kraty.leaderboards().submitScore(Stage.BOARD, (double) amount);
            case PROGRESS -> kraty.events().progress(Stage.EVENT, target, ProgressInput.increment((double) amount));
            case FINISH -> kraty.events().finish(Stage.event(step.number()), target);
            case PURCHASE -> kraty.purchases().track(purchase());
        }
    }

    private OutboxEntry toOutbox(OutboxClient outbox) {
        return switch (step.op()) {
            case DEBIT -> outbox.send(player -> WalletApi.debitWallet(player, "gold", debit()));
            case CLAIM -> outbox.claim(target);
            case OPEN -> outbox.open(target);
            case SCORE -> outbox.submitScore(Stage.BOARD, (double) amount);
            case PROGRESS -> outbox.progress(Stage.EVENT, target, ProgressInput.increment((double) amount));
            case FINISH -> outbox.finish(Stage.event(step.number()), target);
            case PURCHASE -> outbox.trackPurchase(purchase());
        };
    }

    private DebitWalletInput debit() {
        return DebitWalletInput.builder().amount(1).reason(name()).build();
    }

    TrackPurchaseRequest purchase() {
        return TrackPurchaseRequest.builder()
                .transactionId(target)
                .store(PurchaseStore.STEAM)
                .productId("gems")
                .productType(PurchaseProductType.CONSUMABLE)
                .amountMinor(99L)
                .currency("USD")
                .build();
    }

    @Override
    public String toString() {
        return step + " told " + told + (why == null ? "" : " (" + why + ")") + ", key " + key + ", results " + results;
    }
}
