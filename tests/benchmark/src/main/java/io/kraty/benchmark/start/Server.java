package io.kraty.benchmark.start;

import io.kraty.benchmark.report.Beside;
import io.kraty.sandbox.KratySandbox;

/** The sandbox, as a process of its own, with one player. Prints its address, its key, the player and their secret. */
final class Server {
    private Server() {}

    public static void main(String[] args) throws Exception {
        try (KratySandbox sandbox = KratySandbox.start()) {
            Beside.untilTold(sandbox.baseUrl(), sandbox.apiKey(), "ana", sandbox.register("ana"));
        }
    }
}
