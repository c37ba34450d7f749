package io.kraty.sample;

/** What the game's telemetry saw of all this. */
final class GoodbyeChapter implements Chapter {
    @Override
    public String title() {
        return "Goodbye";
    }

    @Override
    public void play(Session session) {
        session.step("Look at the telemetry", () -> {
            Steps.check(session.telemetry().attempts() > 0, "nothing was recorded");
            session.telemetry().summary().forEach(session.screen()::line);
        });
        session.step("Close", () -> session.kraty().close());
    }
}
