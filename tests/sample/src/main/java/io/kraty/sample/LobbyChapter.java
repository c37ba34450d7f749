package io.kraty.sample;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.Polling;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.PollLobbyOptions;
import java.time.Duration;
import java.util.Map;

/** Matchmaking: a first start takes a place in a lobby, which fills up, and the next start plays. */
final class LobbyChapter implements Chapter {
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
            draw(screen, lobby);
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
        session.step("Watch it fill up", () -> waitForOpponents(session));
        session.step("Play", () -> play(session, screen));
    }

    private void waitForOpponents(Session session) {
        PollLobbyOptions patience = PollLobbyOptions.builder()
                .interval(Duration.ofMillis(100))
                .timeout(Duration.ofSeconds(60))
                .onUpdate(lobby -> draw(session.screen(), lobby))
                .onError(error -> session.screen().line("no answer, asking again: " + error.getMessage()))
                .build();
        try {
            // Blocks until the lobby is active: a game waits on a thread of its own.
            session.kraty().pollLobbyUntilActive(lobby(session), patience);
        } catch (KratyLobbyClosedException e) {
            throw new Steps.Skipped("lobby " + e.lobby().id() + " closed; a game would start over");
        }
    }

    private void play(Session session, Screen screen) {
        Kraty kraty = session.kraty();
        if (!session.matchRun.isPresent()) {
            kraty.pollLobbyUntilActive(lobby(session)); // active already, so this answers at once
            start(session);
        }
        Session.Run run = session.matchRun.get();
        ProgressResponse update = kraty.events().progress(run.eventKey(), run.attemptId(), ProgressInput.set(3));
        screen.line("first score: " + Names.number(update.attempt().score()));
        if (lobbyId.isPresent()) {
            Lobby lobby = kraty.lobbies().read(lobbyId.get());
            screen.line("the lobby is " + lobby.status().value());
        }
    }

    private String lobby(Session session) {
        session.matched.get();
        if (session.matchRun.isPresent()) {
            throw new Steps.Skipped("the match started at once");
        }
        return lobbyId.get();
    }

    private static void start(Session session) {
        String eventKey = session.matched.get().eventKey();
        StartAttemptResponse start = session.kraty().events().start(eventKey, Map.of("country", "PT"));
        session.matchRun.set(new Session.Run(eventKey, start.attempt().id(), start.leaderboardId()));
        session.screen().line("the match has started");
    }

    private static void draw(Screen screen, Lobby lobby) {
        screen.redraw(Screen.bar(lobby.filledSlots(), lobby.capacity()) + " " + lobby.filledSlots() + "/"
                + lobby.capacity() + " (" + lobby.participantCount() + " human)");
    }
}
