package io.kraty.sandbox.internal.file;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Data of the game's own, as the models keep it: whole numbers are {@code Long}, others {@code Double}. */
final class FreeForm {
    // YAML has infinity, octal and hexadecimal ones, too.
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private FreeForm() {}

    /** A mapping with anything in it; an empty one if absent. */
    static Map<String, @Nullable Object> orEmpty(Field field) {
        return field.isAbsent() ? Map.of() : map(field);
    }

    private static Map<String, @Nullable Object> map(Field field) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        field.named().forEach((key, value) -> map.put(key, value(value)));
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object value(Field field) {
        if (field.isAbsent()) {
            return null;
        }
        if (field.isMapping()) {
            return map(field);
        }
        if (field.isList()) {
            List<@Nullable Object> list = new ArrayList<>();
            field.list().forEach(element -> list.add(value(element)));
            return Collections.unmodifiableList(list);
        }
        if (field.isTruth()) {
            return field.truth();
        }
        return field.isNumber() ? number(field) : field.anyText();
    }

    private static Number number(Field field) {
        String text = field.anyText();
        if (!NUMBER.matcher(text).matches() || !Double.isFinite(Double.parseDouble(text))) {
            field.expected("a number that JSON has as well");
            return 0L;
        }
        if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return Double.valueOf(text);
        }
        BigInteger whole = new BigInteger(text);
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
