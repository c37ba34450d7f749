package io.kraty.sandbox.internal.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.List;

/** Trouble as JSON, the way it is written in a trouble file; what is as by default is left out. */
final class TroubleView {
    private TroubleView() {}

    static JsonArray of(List<Trouble> troubles) {
        JsonArray list = new JsonArray();
        troubles.forEach(trouble -> list.add(of(trouble)));
        return list;
    }

    private static JsonObject of(Trouble trouble) {
        JsonObject view = new JsonObject();
        view.addProperty("on", trouble.on());
        if (trouble.player() != null) {
            view.addProperty("player", trouble.player());
        }
        if (trouble.skip() > 0) {
            view.addProperty("skip", trouble.skip());
        }
        if (trouble.times() != null) {
            view.addProperty("times", trouble.times());
        }
        if (trouble.probability() < 1) {
            view.addProperty("probability", trouble.probability());
        }
        if (!trouble.delay().isZero()) {
            view.addProperty("delay", millis(trouble.delay()));
        }
        if (!trouble.jitter().isZero()) {
            view.addProperty("jitter", millis(trouble.jitter()));
        }
        if (trouble.script().size() == 1) {
            view.add("effect", of(trouble.script().get(0)));
        } else {
            JsonArray script = new JsonArray();
            trouble.script().forEach(effect -> script.add(of(effect)));
            view.add("script", script);
        }
        return view;
    }

    private static JsonElement of(Effect effect) {
        if (effect instanceof Effect.ResetBefore) {
            return new JsonPrimitive("reset_before");
        } else if (effect instanceof Effect.ResetAfter) {
            return new JsonPrimitive("reset_after");
        } else if (effect instanceof Effect.InvalidJson) {
            return new JsonPrimitive("invalid_json");
        } else if (effect instanceof Effect.Refuse refuse) {
            return form("refuse", new JsonPrimitive(millis(refuse.time())));
        } else if (effect instanceof Effect.Cut cut) {
            return form("cut", new JsonPrimitive(cut.share()));
        } else if (effect instanceof Effect.Stall stall) {
            return form("stall", new JsonPrimitive(stall.share()));
        } else if (effect instanceof Effect.Drop drop) {
            return form("drop", new JsonPrimitive(drop.afterEvents()));
        } else if (effect instanceof Effect.Silence silence) {
            return form("silence", new JsonPrimitive(silence.afterEvents()));
        } else if (effect instanceof Effect.Reverse reverse) {
            return form("reverse", new JsonPrimitive(reverse.events()));
        } else if (effect instanceof Effect.Mislabel mislabel) {
            return form("content_type", new JsonPrimitive(mislabel.contentType()));
        } else if (effect instanceof Effect.Answer answer) {
            return answer(answer);
        }
        return new JsonPrimitive("pass");
    }

    /** The short form where there is one. */
    private static JsonElement answer(Effect.Answer answer) {
        if (answer.status() >= 400 && answer.equals(Effect.status(answer.status()))) {
            return form("status", new JsonPrimitive(answer.status()));
        } else if (answer.equals(Effect.bare(answer.status()))) {
            return form("bare", new JsonPrimitive(answer.status()));
        }
        JsonObject whole = new JsonObject();
        whole.addProperty("status", answer.status());
        JsonObject headers = new JsonObject();
        answer.headers().forEach(headers::addProperty);
        whole.add("headers", headers);
        whole.addProperty("body", answer.body());
        whole.addProperty("processed", answer.processed());
        return form("answer", whole);
    }

    private static JsonObject form(String name, JsonElement value) {
        return Control.object(name, value);
    }

    private static String millis(Duration time) {
        return time.toMillis() + "ms";
    }
}
