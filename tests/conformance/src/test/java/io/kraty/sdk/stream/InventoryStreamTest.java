package io.kraty.sdk.stream;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.OurThreads;
import io.kraty.sdk.wire.TinyServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of inventory streams share: a server that the test answers by hand, and nobody who plays yet. */
abstract class InventoryStreamTest {
    static final String READY = "event: ready\ndata: {\"externalPlayerId\":\"ann\"}\n\n";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OurThreads threads = OurThreads.fromNow();
    TinyServer server;
    Kraty kraty;
    final HeardInventory heard = new HeardInventory();

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.manual();
        kraty = Kraty.create(
                PlayTestOptions.at(server.url(), FakeTiming.flowing()).build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    /** Opens a stream for ann that tells {@link #heard}, and begins the answer. */
    Exchange open() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        kraty.inventory().live(heard);
        return server.next().events();
    }

    static String itemChanged(String itemKey, String origin) {
        return "event: inventory_changed\ndata: {\"itemKey\":\"" + itemKey + "\",\"delta\":-1,\"quantity\":4,"
                + "\"reason\":\"consume\"" + origin(origin) + ",\"ledgerId\":\"l1\","
                + "\"occurredAt\":\"2026-09-01T08:15:00Z\"}\n\n";
    }

    static String balanceChanged(String economyKey, String origin) {
        return "event: wallet_changed\ndata: {\"economyKey\":\"" + economyKey + "\",\"delta\":35,\"balance\":1285,"
                + "\"reason\":\"grant_deposit\"" + origin(origin) + ",\"ledgerId\":\"l2\","
                + "\"occurredAt\":\"2026-09-01T08:15:00Z\"}\n\n";
    }

    static String grantCreated(String grantId) {
        return "event: grant_created\ndata: {\"grantId\":\"" + grantId + "\",\"grantKind\":\"crate\","
                + "\"sourceKind\":\"event\",\"contents\":{},\"occurredAt\":\"2026-09-01T08:15:00Z\"}\n\n";
    }

    void streamThreadsEnd() throws InterruptedException {
        threads.awaitEnd("stream-");
    }

    private static String origin(String origin) {
        return origin == null ? "" : ",\"origin\":\"" + origin + "\"";
    }
}
