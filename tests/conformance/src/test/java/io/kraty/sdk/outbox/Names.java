package io.kraty.sdk.outbox;

import io.kraty.sandbox.KratySandbox;

/** Under which name an outbox is kept. */
final class Names {
    private Names() {}

    static String of(KratySandbox sandbox) {
        String key = sandbox.apiKey();
        return "kraty/" + key.substring(0, key.indexOf('.')) + "@127.0.0.1:" + sandbox.port() + "/outbox";
    }
}
