package io.kraty.sample;

import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.WalletChanged;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.InventoryClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the player has, followed live, whoever changes it. */
final class HoldingsChapter implements Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String title() {
        return "Holdings, live";
    }

    @Override
    public void play(Session session) {
        session.step("Follow the purse in a game loop", () -> follow(session));
        session.step("Hear only what others did", () -> hearOthers(session));
        session.step("Follow with listeners", () -> listen(session));
    }

    private static void follow(Session session) {
        Kraty kraty = session.kraty();
        String currency = currency(session);
        try (InventoryStream stream = kraty.inventory().live()) {
            InventoryEvent ready = stream.poll(PATIENCE);
            Steps.check(ready != null && ready.kind().equals("ready"), "not ready: " + ready);
            kraty.wallet().debit(currency, 1);
            if (stream.poll(PATIENCE) instanceof WalletChanged change) {
                session.screen()
                        .line(session.names().of(change.economyKey()) + " " + change.delta() + ", now "
                                + change.balance());
            } else {
                throw new Steps.Failed("the change did not come");
            }
        }
    }

    /** What this client did itself, its screen shows already. */
    private static void hearOthers(Session session) {
        KratySandbox sandbox = session.sandbox();
        InventoryClient inventory = session.kraty().inventory();
        String currency = currency(session);
        InventoryStreamOptions others =
                InventoryStreamOptions.builder().ignoreOwnWrites(true).build();
        try (InventoryStream one = inventory.live(others);
                InventoryStream two = inventory.live(others)) {
            one.poll(PATIENCE); // ready
            two.poll(PATIENCE);
            session.kraty().wallet().debit(currency, 1);
            sandbox.credit(session.kraty().ensureIdentity().externalPlayerId(), currency, 3);
            for (InventoryStream stream : new InventoryStream[] {one, two}) {
                Steps.check(
                        stream.poll(PATIENCE) instanceof WalletChanged change && change.delta() == 3,
                        "an own change came, too");
            }
            session.screen().line("somebody else gave 3 " + session.names().of(currency));
        }
    }

    private static void listen(Session session) throws InterruptedException {
        InventoryClient inventory = session.kraty().inventory();
        BlockingQueue<Object> events = new LinkedBlockingQueue<>(); // to the thread that draws
        InventoryListener listener = new Reporter(events);
        try (InventoryStream first = inventory.live(listener);
                InventoryStream second = inventory.live(InventoryStreamOptions.defaults(), listener);
                InventoryStream third = inventory.live(InventoryStreamOptions.defaults(), listener)) {
            int heard = 0;
            while (heard < 3 && events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) instanceof InventoryEvent) {
                heard++;
            }
            Steps.check(
                    heard == 3 && first.isOpen() && second.isOpen() && third.isOpen(), "only " + heard + " are ready");
            inventory.consume(
                    inventory.list().stream()
                            .findFirst()
                            .orElseThrow(() -> new Steps.Skipped("the player has no items"))
                            .itemKey(),
                    1);
            for (int told = 0; told < 3; told++) {
                Object event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                Steps.check(event instanceof InventoryChanged, "not told: " + event);
            }
            session.screen().line("three listeners, one potion fewer");
        }
    }

    /** A failure is news, too: whoever waits need not wait for more. */
    private record Reporter(BlockingQueue<Object> events) implements InventoryListener {
        @Override
        public void onEvent(InventoryEvent event) {
            events.add(event);
        }

        @Override
        public void onError(KratyException error) {
            events.add(error);
        }
    }

    private static String currency(Session session) {
        return session.kraty().wallet().list().stream()
                .filter(holding ->
                        holding.balance() > 1 && !session.names().progressions().contains(holding.economyKey()))
                .findFirst()
                .orElseThrow(() -> new Steps.Skipped("the player has no money"))
                .economyKey();
    }
}
