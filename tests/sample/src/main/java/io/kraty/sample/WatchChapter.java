package io.kraty.sample;

import io.kraty.api.model.Grant;
import io.kraty.sdk.GrantPoller;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PollPendingGrantsOptions;
import io.kraty.sdk.Polling;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Rewards that come while the player does something else: a poller watches for them in the background. */
final class WatchChapter implements Chapter {
    @Override
    public String title() {
        return "While you play";
    }

    @Override
    public void play(Session session) {
        session.step("Watch for grants", () -> watch(session));
        session.step("Ask a poller how it is", () -> ask(session));
        session.step("Collect what came", () -> {
            int collected = session.kraty().grants().collectAll().processed();
            session.screen().line(collected + " collected");
        });
    }

    private static void watch(Session session) throws InterruptedException {
        Kraty kraty = session.kraty();
        BlockingQueue<List<Grant>> batches = new LinkedBlockingQueue<>(); // from the poller's thread to this one
        BlockingQueue<String> problems = new LinkedBlockingQueue<>();
        PollPendingGrantsOptions often = PollPendingGrantsOptions.builder()
                .start(Duration.ofMillis(100))
                .grow(1.5)
                .max(Duration.ofSeconds(2))
                .onBatch(batches::add)
                .onError(error -> problems.add(error.getMessage()))
                .build();
        try (GrantPoller poller = kraty.pollPendingGrants(often)) {
            List<Grant> batch = next(batches, problems);
            session.screen().line("now: " + session.names().ofGrants(batch));
            if (!session.isSandbox()) {
                return; // there may be nothing to come for hours
            }
            String player = kraty.activeExternalPlayerId().orElseThrow();
            session.sandbox().grantCurrency(player, "gems", 7);
            session.sandbox().grantCrate(player, "gold_crate");
            int before = batch.size();
            while (batch.size() < before + 2 && poller.isRunning()) {
                batch = next(batches, problems);
            }
            session.screen().toast("New: " + session.names().ofGrants(batch.subList(before, batch.size())));
        }
    }

    private static List<Grant> next(BlockingQueue<List<Grant>> batches, BlockingQueue<String> problems)
            throws InterruptedException {
        List<Grant> batch = batches.poll(3, TimeUnit.SECONDS);
        if (batch == null) {
            throw new Steps.Failed("no list came: " + problems.peek());
        }
        return batch;
    }

    /** The same for a game that passes clients around rather than the whole {@link Kraty}. */
    private static void ask(Session session) {
        PollPendingGrantsOptions defaults = PollPendingGrantsOptions.builder().build();
        try (GrantPoller poller = Polling.pollPendingGrants(session.kraty().grants(), defaults)) {
            session.screen().line(poller.isRunning() ? "watching" : "stopped: " + poller.failure());
        }
    }
}
