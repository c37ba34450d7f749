package io.kraty.sample;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.Polling;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.LobbyProgress;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.StartWhenReadyOptions;
import java.time.Duration;
import java.util.Map;

/** Matchmaking: a first start takes a place in a lobby, which fills up, and the start after that plays. */
final class LobbyChapter implements Chapter {
    private static final Map<String, String> CONTEXT = Map.of("country", "PT");

    private final Found<String> lobbyId = new Found<>("lobby");

    @Override
    public String title() {
        return "A lobby";
    }

    @Override
    public void play(Session session) {
        Screen screen = session.screen();
        session.step("Look for opponents", () -> {
            try {
                start(session);
            } catch (KratyApiException e) {
                if (!e.isLobbyForming()) {
                    throw e;
                }
                lobbyId.set(e.lobbyId());
                screen.line("the lobby is forming");
            }
        });
        session.step("Look inside", () -> {
            Lobby lobby = session.kraty().lobbies().read(lobby(session));
            draw(screen, new LobbyProgress(lobby, null));
        });
        session.step("Leave the lobby screen too early", () -> {
            PollLobbyOptions impatient = PollLobbyOptions.builder()
                    .interval(Duration.ofMillis(10))
                    .timeout(Duration.ofMillis(30))
                    .build();
            try {
                Polling.pollLobbyUntilActive(session.kraty().lobbies(), lobby(session), impatient);
                screen.line("it was faster");
            } catch (KratyTimeoutException e) {
                screen.line("still forming; the place is kept");
            }
        });
        session.step("Watch it fill up, and start", () -> waitAndStart(session));
        session.step("Play", () -> play(session, screen));
        session.step("See who is in", () -> lookAgain(session, screen));
    }

    private static void waitAndStart(Session session) {
        StartWhenReadyOptions patience = StartWhenReadyOptions.builder()
                .interval(Duration.ofMillis(100))
                .timeout(Duration.ofSeconds(60))
                .onUpdate(progress -> draw(session.screen(), progress))
                .onError(error -> session.screen().line("no answer, asking again: " + error.getMessage()))
                .build();
        if (session.matchRun.isPresent()) {
            throw new Steps.Skipped("the match started at once");
        }
        try {
            // Blocks until the lobby is active and the attempt is started: a game waits on a thread of its own.
            begun(session, session.kraty().events().startWhenReady(eventKey(session), CONTEXT, patience));
        } catch (KratyLobbyClosedException e) {
            throw new Steps.Skipped("lobby " + e.lobby().id() + " closed; a game would start over");
        }
    }

    private static void play(Session session, Screen screen) {
        Session.Run run = session.matchRun.get();
        ProgressResponse update =
                session.kraty().events().progress(run.eventKey(), run.attemptId(), ProgressInput.set(3));
        screen.line("first score: " + Names.number(update.attempt().score()));
    }

    /** Waiting without starting, for a game that has to load the arena in between. */
    private void lookAgain(Session session, Screen screen) {
        session.matched.get();
        if (!lobbyId.isPresent()) {
            throw new Steps.Skipped("the match started at once");
        }
        Kraty kraty = session.kraty();
        kraty.pollLobbyUntilActive(lobbyId.get()); // active already, so this answers at once
        PollLobbyOptions talkative = PollLobbyOptions.builder()
                .onUpdate(lobby -> draw(screen, new LobbyProgress(lobby, null)))
                .onError(error -> screen.line("no answer, asking again: " + error.getMessage()))
                .build();
        Lobby lobby = kraty.pollLobbyUntilActive(lobbyId.get(), talkative);
        screen.line("the lobby is " + lobby.status().value());
    }

    private String lobby(Session session) {
        session.matched.get();
        if (session.matchRun.isPresent()) {
            throw new Steps.Skipped("the match started at once");
        }
        return lobbyId.get();
    }

    private static void start(Session session) {
        begun(session, session.kraty().events().start(eventKey(session), CONTEXT));
    }

    private static void begun(Session session, StartAttemptResponse start) {
        session.matchRun.set(new Session.Run(eventKey(session), start.attempt().id(), start.leaderboardId()));
        session.screen().line("the match has started");
    }

    private static String eventKey(Session session) {
        return session.matched.get().eventKey();
    }

    private static void draw(Screen screen, LobbyProgress progress) {
        int filled = progress.humans() + progress.bots();
        Duration left = progress.timeLeft();
        screen.redraw(Screen.bar(filled, progress.capacity()) + " " + filled + "/" + progress.capacity() + " ("
                + progress.humans() + " human)"
                + (progress.lobby().status().equals(LobbyStatus.FORMING) && left != null
                        ? ", " + left.toSeconds() + " s at most"
                        : ""));
    }
}
