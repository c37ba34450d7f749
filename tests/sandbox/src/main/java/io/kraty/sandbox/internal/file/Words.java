package io.kraty.sandbox.internal.file;

import io.kraty.api.runtime.OpenEnum;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that a field may be, in the order in which they are listed to people. */
final class Words {
    private Words() {}

    static <T> Map<String, T> of(String a, T first, String b, T second, String c, T third) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(a, first);
        words.put(b, second);
        words.put(c, third);
        return Collections.unmodifiableMap(words);
    }

    /** The platform's own words. */
    static <T extends OpenEnum> Map<String, T> of(List<T> values) {
        Map<String, T> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(value.value(), value));
        return Collections.unmodifiableMap(words);
    }
}
