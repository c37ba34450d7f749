package io.kraty.sandbox;

import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.wire.RawSocket;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A player with 100 gold, and requests of theirs as they are on the wire. */
abstract class TroubleTest extends SandboxTest {
    TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
        sandbox.credit("ana", "gold", 100);
    }

    void trouble(String on, Effect... script) {
        sandbox.addTrouble(Trouble.on(on).script(script).build());
    }

    RawSocket connect() throws IOException {
        return new RawSocket(sandbox.port());
    }

    /** Takes one gold. */
    String debit(String key) {
        String body = "{\"amount\":1,\"idempotencyKey\":\"" + key + "\"}";
        return head("POST", "players/ana/wallet/gold/debit") + "Content-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    String get(String path) {
        return head("GET", path) + "\r\n";
    }

    /** A request on a connection of its own. */
    RawSocket.RawReply ask(String request) throws IOException {
        try (RawSocket client = connect()) {
            return client.send(request).reply();
        }
    }

    int status(String request) throws IOException {
        return ask(request).status();
    }

    RecordedRequest last() {
        List<RecordedRequest> requests = sandbox.requests();
        return requests.get(requests.size() - 1);
    }

    /** How often gold was taken. */
    long debits() {
        return sandbox.ledger().stream().filter(entry -> entry.delta() == -1).count();
    }

    private String head(String method, String path) {
        return method + " /sdk/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sandbox.apiKey()
                + "\r\nX-Player-Secret: " + ana.secret() + "\r\n";
    }
}
