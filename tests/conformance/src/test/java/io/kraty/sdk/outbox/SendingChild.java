package io.kraty.sdk.outbox;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.OutboxEntry;
import java.nio.file.Path;

/** A game that spends one gold after the other until it is killed, and writes down what it was told. */
public final class SendingChild {
    private SendingChild() {}

    public static void main(String[] arguments) {
        try (Paper paper = new Paper(Path.of(arguments[2]));
                Kraty kraty = paper.launch(arguments[0], arguments[1])) {
            System.out.println("ready");
            spend(kraty, paper);
            System.out.println("sending");
            while (true) {
                spend(kraty, paper);
            }
        }
    }

    private static void spend(Kraty kraty, Paper paper) {
        OutboxEntry accepted = Writes.debit(kraty, 1);
        paper.write(Paper.ACCEPTED, accepted.key());
    }
}
