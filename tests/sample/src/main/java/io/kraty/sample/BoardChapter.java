package io.kraty.sample;

import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.LeaderboardStanding;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The board: read once, then followed live in the three ways there are. */
final class BoardChapter implements Chapter {
    private static final int MOVES = 5;
    private static final long PATIENCE_NANOS = Duration.ofMillis(2500).toNanos();

    @Override
    public String title() {
        return "The board";
    }

    @Override
    public void play(Session session) {
        session.step("Read it", () -> read(session));
        session.step("Follow it in a game loop", () -> followInLoop(session));
        session.step("Follow two boards with listeners", () -> followWithListeners(session));
        session.step("Follow one to its end", () -> followToTheEnd(session));
    }

    private static void read(Session session) {
        LeaderboardReadOptions top = LeaderboardReadOptions.builder()
                .limit(8)
                .includeSelf(true)
                .progression(session.names().progressions())
                .build();
        LeaderboardSnapshot board =
                session.kraty().leaderboards().read(run(session).leaderboardId(), top);
        BoardView.draw(session.screen(), board);
    }

    /** The render thread takes what is there, every frame; {@code poll()} never blocks. */
    private static void followInLoop(Session session) {
        Kraty kraty = session.kraty();
        Session.Run run = run(session);
        BoardView view = view(session, run);
        try (LeaderboardStream stream = kraty.leaderboards().live(run.leaderboardId())) {
            if (stream.poll(Duration.ofSeconds(30)) instanceof LeaderboardReady) { // a loading screen may wait
                session.screen().line("live");
            }
            kraty.events().progress(run.eventKey(), run.attemptId(), ProgressInput.increment(1));
            long until = System.nanoTime() + PATIENCE_NANOS;
            for (int moves = 0; moves < MOVES && stream.isOpen() && System.nanoTime() < until; ) {
                for (LeaderboardEvent event = stream.poll(); event != null; event = stream.poll()) {
                    if (event instanceof LeaderboardScoreUpdate update) {
                        session.screen().line(view.move(update));
                        moves++;
                    }
                }
                session.screen().frame();
            }
        }
    }

    /** Listeners are called on threads of the SDK, so they hand over to the thread that draws. */
    private static void followWithListeners(Session session) {
        Kraty kraty = session.kraty();
        String quest = session.questRun.get().leaderboardId();
        String match = run(session).leaderboardId();
        ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();
        try (LeaderboardStream first = kraty.leaderboards().live(quest, new Reporter("quest", news));
                LeaderboardStream second = kraty.eventLeaderboards().live(match, new Reporter("match", news))) {
            long until = System.nanoTime() + PATIENCE_NANOS;
            for (int told = 0; told < MOVES && System.nanoTime() < until; ) {
                for (String text = news.poll(); text != null; text = news.poll()) {
                    session.screen().line(text);
                    told++;
                }
                session.screen().frame();
            }
            Steps.check(first.isOpen() && second.isOpen(), "a stream ended early");
        }
    }

    private record Reporter(String board, ConcurrentLinkedQueue<String> news) implements LeaderboardListener {
        @Override
        public void onEvent(LeaderboardEvent event) {
            if (event instanceof LeaderboardScoreUpdate update) {
                news.add(board + ": somebody is #" + update.rank() + " with " + Names.number(update.score()));
            }
        }

        @Override
        public void onError(KratyException error) {
            news.add(board + ": " + error.getMessage());
        }

        @Override
        public void onEnd() {
            news.add(board + ": over; a game decides whether to connect again");
        }
    }

    /** A thread that has nothing else to do iterates, which blocks until something happens and ends with the board. */
    private static void followToTheEnd(Session session) {
        Session.Run run = session.matchRun.get();
        KratySandbox sandbox = session.sandbox(); // a real match takes its time to end
        try (LeaderboardStream stream = session.kraty().eventLeaderboards().live(run.leaderboardId())) {
            for (LeaderboardEvent event : stream) {
                if (event instanceof LeaderboardReady) {
                    sandbox.finalizeBoard(run.leaderboardId());
                } else if (event instanceof LeaderboardFinalized end) {
                    end.standings().stream().limit(3).forEach(standing -> podium(session, standing));
                }
            }
        }
        EventLeaderboard board = session.kraty().eventLeaderboards().read(run.leaderboardId());
        Steps.check(board.finalized(), "the board is not final");
        session.screen().line("final: " + board.finalizedReason());
    }

    private static void podium(Session session, LeaderboardStanding standing) {
        session.screen().line("#" + standing.rank() + " " + standing.name() + " " + Names.number(standing.score()));
    }

    /** Who is who on a board, to be moved by the updates that follow. */
    private static BoardView view(Session session, Session.Run run) {
        EventLeaderboardReadOptions withMe =
                EventLeaderboardReadOptions.builder().includeSelf(true).build();
        return new BoardView(session.kraty().eventLeaderboards().read(run.leaderboardId(), withMe));
    }

    /** The match if there is one, else the quest. */
    private static Session.Run run(Session session) {
        return session.matchRun.isPresent() ? session.matchRun.get() : session.questRun.get();
    }
}
