package io.kraty.sandbox.internal.file;

import io.kraty.api.model.LocalizedString;
import java.util.Map;

/** Reads texts for players, and what else is a text of a certain form. */
final class Texts {
    private Texts() {}

    /** One text for everybody, or one per language. */
    static LocalizedString localized(Field field) {
        if (!field.isMapping()) {
            if (field.isList()) {
                field.expected("a text, or a mapping of languages to texts");
                return LocalizedString.of("");
            }
            return LocalizedString.of(field.text());
        }
        Map<String, String> translations = field.named(Field::text);
        if (translations.isEmpty()) {
            field.expected("a text, or a mapping of languages to texts");
        }
        return LocalizedString.of(translations);
    }

    /** A country as ISO 3166-1 alpha-2 has it, in capitals. */
    static String country(Field field) {
        return matching(field, "[A-Z]{2}", "a country as two capital letters, like BR");
    }

    static String matching(Field field, String pattern, String what) {
        if (field.isText() && field.anyText().matches(pattern)) {
            return field.anyText();
        }
        field.expected(what);
        return "";
    }
}
