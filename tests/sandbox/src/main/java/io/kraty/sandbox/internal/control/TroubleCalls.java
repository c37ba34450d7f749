package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import io.kraty.sandbox.KratySandbox;

/** What goes wrong on purpose. */
final class TroubleCalls {
    private final KratySandbox sandbox;

    TroubleCalls(KratySandbox sandbox) {
        this.sandbox = sandbox;
    }

    JsonElement list() {
        return Control.object("trouble", TroubleView.of(sandbox.trouble()));
    }

    JsonElement add(Input input) {
        input.only(Input.LIST);
        return list();
    }

    JsonElement clear() {
        sandbox.clearTrouble();
        return list();
    }
}
