package io.kraty.sample;

import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.GrantsClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** A second player on the same sofa, logging out, signing in, and signing in elsewhere. */
final class TwoPlayersChapter implements Chapter {
    private final Found<PlayerCredentials> first = new Found<>("first player");
    private final Found<PlayerCredentials> second = new Found<>("second player");

    @Override
    public String title() {
        return "Two players";
    }

    @Override
    public void play(Session session) {
        session.step("Register a second player by hand", () -> register(session));
        session.step("Let both play from one game", () -> share(session));
        session.step("Log out", () -> {
            session.kraty().logout();
            session.screen()
                    .line("player: " + session.kraty().activeExternalPlayerId().orElse("nobody"));
        });
        session.step("Sign in as the second player", () -> {
            // As it comes from a backend that links devices.
            session.kraty().signIn(second.get().externalPlayerId(), second.get().secret());
            session.screen().line(session.kraty().wallet().list().size() + " balances are the second player's");
        });
        session.step("Replace a secret that leaked", () -> rotate(session));
        session.step("Meet the second player on another device", () -> playElsewhere(session));
        session.step("Sign the first player in again", () -> signIn(session, first.get()));
    }

    private void register(Session session) {
        Kraty kraty = session.kraty();
        first.set(kraty.ensureIdentity());
        String id = "guest-" + UUID.randomUUID();
        PlayerRegistration guest = kraty.players().register(id);
        second.set(new PlayerCredentials(id, guest.secret()));
        session.screen().line("player two: " + id);
        try {
            kraty.with(RequestOptions.none().timeout(Duration.ofSeconds(30)))
                    .players()
                    .register(id);
            throw new Steps.Failed("a registered player was registered again");
        } catch (KratyApiException e) {
            Steps.check(e.isPlayerAlreadyRegistered(), Advice.describe(e));
            session.screen().line("the secret is told only once");
        }
    }

    /** Calls are about the active player unless they say otherwise; nobody is signed out for it. */
    private void share(Session session) {
        Kraty kraty = session.kraty();
        PlayerCredentials guest = second.get();
        RequestOptions asGuest = RequestOptions.as(guest.externalPlayerId()).playerSecret(guest.secret());
        KratyView theirs = kraty.with(asGuest);
        GrantsClient grants = theirs.grants();
        for (Grant grant : grants.listPending(10)) {
            if (grant.kind().equals(GrantKind.CRATE)) {
                grants.open(grant.id());
            } else {
                grants.claim(grant.id());
            }
        }
        CollectAllResult rest = grants.collectAll(); // what the crates held
        session.screen().line(rest.processed() + " more came out of the crates");
        Purse purse = new Purse(theirs.wallet().list(), theirs.inventory().list());
        session.screen().line("player two has " + purse.describe(session.names()));
        Session.Run run = session.questRun.get();
        int rows = theirs.leaderboards()
                        .read(run.leaderboardId(), LeaderboardReadOptions.defaults())
                        .entries()
                        .size()
                + theirs.eventLeaderboards()
                        .read(run.leaderboardId(), EventLeaderboardReadOptions.defaults())
                        .entries()
                        .size();
        session.screen().line(rows + " rows read for player two");
    }

    private static void signIn(Session session, PlayerCredentials player) {
        session.kraty().signIn(player);
        session.screen()
                .line("player: " + session.kraty().activeExternalPlayerId().orElseThrow());
    }

    /** With a test key only: in a live game, the studio's own backend does this. */
    private void rotate(Session session) {
        Kraty kraty = session.kraty();
        String id = second.get().externalPlayerId();
        try {
            kraty.with(RequestOptions.none().timeout(Duration.ofSeconds(30)))
                    .players()
                    .rotate(id);
            second.set(new PlayerCredentials(id, kraty.players().rotate(id).secret()));
        } catch (KratyApiException e) {
            if (!session.isSandbox() && e.isPlayerAlreadyRegistered()) {
                throw new Steps.Skipped("live keys may not");
            }
            throw e;
        }
        kraty.inventory().list(); // the active player goes on with the new secret
        session.screen().line("the old secret is worth nothing now");
    }

    private void playElsewhere(Session session) {
        PlayerCredentials guest = second.get();
        OkHttpClient http = new OkHttpClient(); // a game that has one already shares it, and closes it itself
        try (Kraty phone = new Kraty(session.launcher()
                .settings()
                .activeExternalPlayerId(guest.externalPlayerId())
                .playerSecret(guest.secret())
                .secretStore(new InMemorySecretStore())
                .httpClient(http)
                .idempotencyKeys(() -> "phone-" + UUID.randomUUID())
                .build())) {
            session.screen().line(phone.events().listForPlayer().size() + " events for them there, too");
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
        try (Kraty tablet = session.launcher().launchOnAnotherDevice()) {
            Steps.check(tablet.activeExternalPlayerId().isEmpty(), "a new device knows a player");
            session.screen().line("a new device knows nobody until it is played on");
        }
    }
}
