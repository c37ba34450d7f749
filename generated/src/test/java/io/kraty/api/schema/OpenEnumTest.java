package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.gson.TypeAdapter;
import io.kraty.api.runtime.OpenEnum;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every enum of the description has a constant for each of its values, and keeps what is not among them. */
class OpenEnumTest {
    @ParameterizedTest
    @MethodSource("enums")
    void aListedValueIsItsConstant(Schema schema) throws Exception {
        TypeAdapter<Object> adapter = Models.adapter(schema);
        for (String value : schema.constants()) {
            OpenEnum constant = (OpenEnum) adapter.fromJson('"' + value + '"');
            assertSame(Models.constant(schema, value), constant);
            assertEquals(value, constant.value());
            assertEquals(
                    value.toUpperCase(Locale.ROOT),
                    Models.get(constant, "known").toString());
            assertEquals('"' + value + '"', adapter.toJson(constant));
        }
    }

    @ParameterizedTest
    @MethodSource("enums")
    void theListsAreThoseOfTheDescription(Schema schema) throws Exception {
        List<?> values = (List<?>) invoke(schema, "values");
        assertEquals(schema.constants(), values.stream().map(Object::toString).toList());
        List<String> known = Stream.concat(schema.constants().stream(), Stream.of("unrecognized"))
                .map(each -> each.toUpperCase(Locale.ROOT))
                .toList();
        Object unrecognized = Models.get(Models.adapter(schema).fromJson("\"not_known\""), "known");
        assertEquals(
                known,
                Arrays.stream(((Enum<?>) unrecognized).getDeclaringClass().getEnumConstants())
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void aValueThatIsNotListedIsKept(Schema schema) throws Exception {
        TypeAdapter<Object> adapter = Models.adapter(schema);
        // Another case is another value; Turkish has two kinds of i.
        for (String value :
                List.of("not_known", "", " ", schema.constants().get(0).toUpperCase(Locale.ROOT), "İı")) {
            OpenEnum kept = (OpenEnum) adapter.fromJson('"' + value + '"');
            assertEquals(value, kept.value());
            assertEquals("UNRECOGNIZED", Models.get(kept, "known").toString());
            assertEquals(kept, adapter.fromJson('"' + value + '"'));
            assertEquals(value.hashCode(), kept.hashCode());
            assertNotEquals(kept, adapter.fromJson('"' + schema.constants().get(0) + '"'));
            assertEquals('"' + value + '"', adapter.toJson(kept));
        }
        assertNull(adapter.fromJson("null"));
    }

    static Stream<Schema> enums() {
        return Description.enums().stream();
    }

    private static Object invoke(Schema schema, String method) throws ReflectiveOperationException {
        Method found = Models.type(schema).getMethod(method);
        return found.invoke(null);
    }
}
