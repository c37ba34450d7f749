package io.kraty.sample;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.FinalizationResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The next launch: the same player, without a question. */
final class RestartChapter implements Chapter {
    private final Found<String> before = new Found<>("player of the last launch");

    @Override
    public String title() {
        return "The next day";
    }

    @Override
    public void play(Session session) {
        session.step("Quit", () -> {
            before.set(session.kraty().activeExternalPlayerId());
            session.kraty().close();
        });
        session.step("Be away while a board ends", () -> {
            session.sandbox().finalizeBoard(session.questRun.get().leaderboardId());
            session.screen().line("the platform finalized the quest's board");
        });
        session.step("Launch again and play on", () -> {
            session.launch();
            Kraty kraty = session.kraty();
            String resumed = kraty.ensureIdentity().externalPlayerId();
            Steps.check(resumed.equals(before.get()), "another player was resumed: " + resumed);
            Purse purse = new Purse(kraty.wallet().list(), kraty.inventory().list());
            session.screen().line("welcome back, " + resumed);
            session.screen().line("purse: " + purse.describe(session.names()));
        });
        session.step("Hear what happened meanwhile", () -> catchUp(session));
    }

    private static void catchUp(Session session) {
        Kraty kraty = session.kraty();
        List<FinalizationResult> told = new CopyOnWriteArrayList<>();
        Runnable noMore = kraty.onFinalized(told::add);
        List<FinalizationResult> found = kraty.checkFinalizations();
        for (FinalizationResult result : found) {
            session.screen()
                    .line("ended (" + result.reason() + "): place " + result.selfRank() + " of "
                            + result.standings().size() + " for " + result.externalPlayerId());
            kraty.dismiss(result.ref()); // changes nothing: the listener took it
        }
        noMore.run();
        Steps.check(told.containsAll(found), "not told");
        Steps.check(kraty.checkFinalizations().isEmpty(), "told twice");
        session.screen().line(kraty.clearReported() + " reported, and forgotten");
    }
}
