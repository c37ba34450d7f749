package io.kraty.sample;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.StoredIdentity;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.util.UUID;

/** Several players on one machine, each in a slot of their own, as a launcher or a console has them. */
final class SlotsChapter implements Chapter {
    @Override
    public String title() {
        return "Save slots";
    }

    @Override
    public void play(Session session) {
        session.step("Connect as a player of your choice", () -> connect(session));
    }

    private static void connect(Session session) {
        SecretStore slot = new InMemorySecretStore();
        String id = "slot-" + UUID.randomUUID();
        KratyClientOptions options = session.launcher().settings().build();
        try (Kraty first = Kraty.connectAsPlayer(options, id, slot)) {
            session.screen()
                    .line("registered: " + first.activeExternalPlayerId().orElseThrow() + ", "
                            + first.syntheticIdentity()
                                    .map(name -> "called " + name.name())
                                    .orElse("without a name"));
        }
        try (Kraty again = Kraty.connectAsPlayer(options, id, slot, false)) {
            Steps.check(again.syntheticIdentity().isEmpty(), "registered again");
            session.screen()
                    .line("and again, from the slot: "
                            + again.events().listForPlayer().size() + " events");
        }
        move(session, slot);
    }

    /** A slot can be looked into, moved and emptied without a connection. */
    private static void move(Session session, SecretStore slot) {
        StoredIdentity from = StoredIdentity.of(
                session.launcher().settings().secretStore(slot).build());
        StoredIdentity to = StoredIdentity.of(session.launcher()
                .settings()
                .secretStore(new InMemorySecretStore())
                .build());
        PlayerCredentials player = from.read().orElseThrow();
        to.restore(player);
        from.clear();
        Steps.check(from.read().isEmpty(), "the slot is not empty");
        to.restore(player.externalPlayerId(), player.secret());
        session.screen().line("moved: " + to.read().orElseThrow().externalPlayerId());
    }
}
