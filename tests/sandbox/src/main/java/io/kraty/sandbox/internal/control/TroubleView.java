package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import io.kraty.sandbox.Trouble;
import java.util.List;

/** Trouble as JSON. */
final class TroubleView {
    private TroubleView() {}

    static JsonElement of(List<Trouble> trouble) {
        return Views.json(trouble.stream().map(Trouble::on).toList());
    }
}
