package io.kraty.sandbox.internal.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data of the game's own, as the models keep it: whole numbers are {@code Long}, others {@code Double}. */
final class FreeForm {
    private FreeForm() {}

    static Map<String, @Nullable Object> map(Field field) {
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
        return field.isNumber() ? number(field.decimal(), field) : field.anyText();
    }

    private static Number number(BigDecimal number, Field field) {
        boolean fraction = field.shown().chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (fraction) {
            return number.doubleValue();
        }
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
