package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads what trouble does: a word, or a mapping of one word to what there is to say about it. */
final class EffectReader {
    /** [choice] What a word alone does: half of the answer arrives, nothing beyond a stream's first event, or pairs swapped. */
    private static final Map<String, Effect> WORDS = words();

    private static final Map<String, Function<Field, Effect>> FORMS = forms();

    private EffectReader() {}

    static Effect read(Field field) {
        if (field.isText()) {
            return field.word(WORDS);
        }
        if (!field.isMapping()) {
            field.expected("an effect like reset_after or {status: 503}");
            return Effect.pass();
        }
        String form = field.form(FORMS.keySet().toArray(String[]::new));
        Function<Field, Effect> reader = FORMS.get(form);
        if (reader == null) {
            return Effect.pass();
        }
        Field value = field.mapping(form).get(form);
        int before = field.problems();
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            // What is harmless elsewhere need not be a header that can be sent.
            if (before == field.problems()) {
                value.problem(String.valueOf(e.getMessage()));
            }
            return Effect.pass();
        }
    }

    private static Map<String, Effect> words() {
        Map<String, Effect> words = new LinkedHashMap<>();
        words.put("pass", Effect.pass());
        words.put("reset_before", Effect.resetBefore());
        words.put("reset_after", Effect.resetAfter());
        words.put("invalid_json", Effect.invalidJson());
        words.put("cut", Effect.cut(0.5));
        words.put("stall", Effect.stall(0.5));
        words.put("drop", Effect.drop(1));
        words.put("silence", Effect.silence(1));
        words.put("reverse", Effect.reverse(2));
        return words;
    }

    private static Map<String, Function<Field, Effect>> forms() {
        Map<String, Function<Field, Effect>> forms = new LinkedHashMap<>();
        forms.put("status", field -> Effect.status(field.count(400, 599)));
        forms.put("error", EffectReader::error);
        forms.put("bare", field -> Effect.bare(field.count(200, 599)));
        forms.put("rate_limited", field -> Effect.rateLimited(field.duration()));
        forms.put("rate_limited_until", field -> Effect.rateLimitedUntil(field.instant()));
        forms.put("refuse", field -> Effect.refuse(upToAnHour(field)));
        forms.put("cut", field -> Effect.cut(field.share()));
        forms.put("stall", field -> Effect.stall(field.share()));
        forms.put("drop", field -> Effect.drop(field.count(0, Integer.MAX_VALUE)));
        forms.put("silence", field -> Effect.silence(field.count(0, Integer.MAX_VALUE)));
        forms.put("reverse", field -> Effect.reverse(field.count(2, Integer.MAX_VALUE)));
        forms.put("content_type", field -> Effect.contentType(field.text()));
        forms.put("redirect", field -> Effect.redirect(field.text()));
        forms.put("answer", EffectReader::answer);
        return forms;
    }

    private static Duration upToAnHour(Field field) {
        Duration time = field.positiveDuration();
        if (time.compareTo(Duration.ofHours(1)) > 0) {
            field.expected("a duration up to 1h");
        }
        return time;
    }

    private static Effect error(Field field) {
        Mapping error = field.mapping("status", "code");
        return Effect.error(
                error.get("status").count(400, 599), error.get("code").text());
    }

    private static Effect answer(Field field) {
        Mapping answer = field.mapping("status", "headers", "body", "processed");
        return new Effect.Answer(
                answer.get("status").count(200, 599),
                answer.get("headers").or(Map.of(), headers -> headers.named(Field::text)),
                answer.get("body").or("", EffectReader::body),
                answer.get("processed").or(false, Field::truth));
    }

    /** A text, which may be empty. */
    private static String body(Field field) {
        return field.isText() ? field.anyText() : field.text();
    }
}
