package io.kraty.sample;

import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.OutboxClient;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.live.OutboxResult.Done;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a player earns without a network: kept, sent by the next launch, and never asked "was that counted?". */
final class TunnelChapter implements Chapter {
    private static final int PATIENCE_SECONDS = 60;

    private final Found<Integer> kept = new Found<>("writes of the tunnel");

    @Override
    public String title() {
        return "In the tunnel";
    }

    @Override
    public void play(Session session) {
        session.step("Play on without a network, and quit", () -> playOn(session));
        session.step("Launch again, where there is one", () -> arrive(session));
    }

    private void playOn(Session session) {
        session.sandbox(); // which has a tunnel
        Kraty kraty = session.kraty();
        String quest = session.quest.get().eventKey();
        StartAttemptResponse start = kraty.events().startWhenReady(quest);
        String attempt = start.attempt().id();
        session.sandbox().goOffline();

        OutboxClient outbox = kraty.outbox();
        outbox.progress(quest, attempt, ProgressInput.increment(1));
        outbox.tagged("the last one").progress(quest, attempt, ProgressInput.increment(2));
        outbox.finish(quest, attempt);
        String board = session.boardKey();
        outbox.repeatable().submitScore(board, 310); // the best counts there, so twice does no harm
        outbox.submitScore(board, SubmitScoreRequest.builder().value(320.0).build());
        outbox.claim("no-such-grant");
        outbox.open("no-such-crate");
        outbox.trackPurchase(TrackPurchaseRequest.builder()
                .transactionId("T-" + UUID.randomUUID())
                .store(PurchaseStore.STEAM)
                .productId("gems_large")
                .productType(PurchaseProductType.CONSUMABLE)
                .amountMinor(499)
                .currency("EUR")
                .build());
        outbox.send(player -> WalletApi.debitWallet(
                player, "gold", DebitWalletInput.builder().amount(1).build()));

        List<OutboxEntry> waiting = outbox.pending();
        kept.set(waiting.size());
        session.screen().line(waiting.size() + " writes are on the disk, and the game ends");
        kraty.close();
    }

    private void arrive(Session session) throws InterruptedException {
        session.sandbox().goOnline();
        int expected = kept.get();
        session.launch();
        BlockingQueue<OutboxResult> results = new LinkedBlockingQueue<>();
        Runnable noMore = session.kraty().outbox().onResult(results::add);
        for (int told = 0; told < expected; told++) {
            OutboxResult result = results.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Steps.check(result != null, "only " + told + " of " + expected + " results came");
            session.screen().line(describe(result));
        }
        noMore.run();
        Steps.check(session.kraty().outbox().pending().isEmpty(), "something is left");
    }

    private static String describe(OutboxResult result) {
        OutboxEntry entry = result.entry();
        String what = entry.operation() + (entry.tag() == null ? "" : " (" + entry.tag() + ")");
        if (result instanceof Done done && what.startsWith("reportProgress")) {
            return what + ": done, now at "
                    + Names.number(done.progress().attempt().score());
        } else if (result instanceof OutboxResult.Refused refused) {
            return what + ": " + Advice.describe(refused.error());
        }
        return what + ": " + result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
