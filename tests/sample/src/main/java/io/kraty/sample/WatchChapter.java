package io.kraty.sample;

import io.kraty.api.model.Grant;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.Polling;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
        BlockingQueue<News> news = new LinkedBlockingQueue<>(); // from the poller's thread to this one
        PollPendingGrantsOptions often = PollPendingGrantsOptions.builder()
                .start(Duration.ofMillis(100))
                .grow(1.5)
                .max(Duration.ofSeconds(2))
                .onBatch(batch -> news.add(new News(batch, null)))
                .onError(error -> news.add(new News(null, error.getMessage())))
                .build();
        try (GrantPoller poller = kraty.pollPendingGrants(often)) {
            List<Grant> batch = next(news);
            session.screen().line("now: " + session.names().ofGrants(batch));
            if (!session.isSandbox()) {
                return; // there may be nothing to come for hours
            }
            String player = kraty.activeExternalPlayerId().orElseThrow();
            session.sandbox().grantCurrency(player, "gems", 7);
            session.sandbox().grantCrate(player, "gold_crate");
            int before = batch.size();
            while (batch.size() < before + 2 && poller.isRunning()) {
                batch = next(news);
            }
            session.screen().toast("New: " + session.names().ofGrants(batch.subList(before, batch.size())));
        }
    }

    private record News(
            @Nullable List<Grant> batch, @Nullable String problem) {}

    private static List<Grant> next(BlockingQueue<News> news) throws InterruptedException {
        News next = news.poll(30, TimeUnit.SECONDS);
        if (next == null || next.batch() == null) {
            throw new Steps.Failed("no list came: " + (next == null ? "nothing at all" : next.problem()));
        }
        return next.batch();
    }

    /** The same for a game that passes clients around rather than the whole {@link Kraty}. */
    private static void ask(Session session) {
        PollPendingGrantsOptions defaults = PollPendingGrantsOptions.builder().build();
        try (GrantPoller poller = Polling.pollPendingGrants(session.kraty().grants(), defaults)) {
            session.screen().line(poller.isRunning() ? "watching" : "stopped: " + poller.failure());
        }
    }
}
