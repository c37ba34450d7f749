package io.kraty.sample;

import io.kraty.sdk.Kraty;

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
        session.step("Launch again and play on", () -> {
            session.launch();
            Kraty kraty = session.kraty();
            String resumed = kraty.ensureIdentity().externalPlayerId();
            Steps.check(resumed.equals(before.get()), "another player was resumed: " + resumed);
            Purse purse = new Purse(kraty.wallet().list(), kraty.inventory().list());
            session.screen().line("welcome back, " + resumed);
            session.screen().line("purse: " + purse.describe(session.names()));
        });
    }
}
