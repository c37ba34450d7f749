package io.kraty.sample;

import io.kraty.api.model.PresenceStatus;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.PresenceHeartbeat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a game loop calls the platform without ever waiting for it, and what it does in the background. */
final class LoopChapter implements Chapter {
    @Override
    public String title() {
        return "A loop that never waits";
    }

    @Override
    public void play(Session session) {
        session.step("Ask while the frames go on", () -> ask(session));
        session.step("Think better of it", () -> cancel(session));
        session.step("Go to the background and come back", () -> background(session));
        session.step("Stay online meanwhile", () -> stayOnline(session));
    }

    private static void ask(Session session) throws InterruptedException {
        BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>(); // what the loop does in its next frame
        try (Kraty kraty = session.launcher().launchWith(posted::add)) {
            CompletableFuture<String> holdings = kraty.async(
                    () -> new Purse(kraty.wallet().list(), kraty.inventory().list()).describe(session.names()));
            CompletableFuture<?> drawn =
                    holdings.thenAccept(text -> session.screen().line("purse: " + text));
            int frames = 0;
            while (!drawn.isDone()) {
                frames++;
                Runnable next = posted.poll(16, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            }
            session.screen().line("drew frames meanwhile: " + (frames > 0));
        }
    }

    private static void cancel(Session session) {
        CompletableFuture<?> ping = session.kraty().runAsync(session.kraty()::ping);
        ping.cancel(true);
        session.screen().line(ping.isCancelled() ? "cancelled, and nothing more is sent" : "too late");
    }

    private static void background(Session session) throws Exception {
        Kraty kraty = session.kraty();
        kraty.pause();
        CompletableFuture<?> later = kraty.async(() -> kraty.wallet().list());
        try {
            later.get(50, TimeUnit.MILLISECONDS);
            throw new Steps.Failed("something was sent in the background");
        } catch (TimeoutException e) {
            session.screen().line("nothing is sent");
        }
        kraty.resume();
        later.get(30, TimeUnit.SECONDS);
        session.screen().line("back, and it was sent");
    }

    private static void stayOnline(Session session) throws Exception {
        CompletableFuture<?> over;
        try (PresenceHeartbeat quiet = session.kraty().friends().keepOnline();
                PresenceHeartbeat menu = session.kraty().friends().keepOnline("In the menu");
                PresenceHeartbeat idle = session.kraty().friends().keepOnline(PresenceStatus.cleared())) {
            menu.status("In the arena");
            idle.status(PresenceStatus.of("Just looking"));
            Steps.check(quiet.isRunning() && menu.failure().isEmpty(), "it ended by itself");
            over = menu.completion();
        }
        over.get(30, TimeUnit.SECONDS);
        session.screen().line("a heartbeat every half minute, until it was closed");
    }
}
