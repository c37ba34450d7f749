package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every union of the description chooses its variant by the discriminator alone, and keeps a kind it does not know. */
class UnionDecodingTest {
    @ParameterizedTest
    @MethodSource("unions")
    void theDiscriminatorChoosesTheVariant(Schema union) {
        union.variants().forEach((kind, variant) -> {
            for (JsonElement document : Documents.of(variant, Shape.FULL)) {
                assertEquals(
                        kind,
                        document.getAsJsonObject().get(union.discriminator()).getAsString());
                Object value = Models.read(union, document);
                assertSame(Models.type(variant), value.getClass());
                assertEquals(Models.read(variant, document), value);
                assertEquals(kind, Models.get(value, union.discriminator()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("unions")
    void itMayStandLast(Schema union) {
        for (JsonElement document : Documents.ofEachKind(union)) {
            Object value = Models.read(union, document);
            JsonElement kind = document.getAsJsonObject().remove(union.discriminator());
            document.getAsJsonObject().add(union.discriminator(), kind);
            assertEquals(value, Models.read(union, document));
        }
    }

    /** A stream names the kind outside of the data; somebody who stores an event may put it inside. */
    @ParameterizedTest
    @MethodSource("unions")
    void itMayStandInTheJsonInAnyCase(Schema union) throws Exception {
        for (JsonElement document : Documents.ofEachKind(union)) {
            assertEquals(Models.read(union, document), Models.adapter(union).fromJson(document.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("unions")
    void withoutAUsableDiscriminatorEverythingIsKept(Schema union) throws Exception {
        for (JsonElement document : Documents.ofEachKind(union)) {
            JsonObject object = document.getAsJsonObject();
            object.remove(union.discriminator());
            assertKept(union, object, "");
            object.add(union.discriminator(), JsonNull.INSTANCE);
            assertKept(union, object, "");
            object.addProperty(union.discriminator(), 7);
            assertKept(union, object, "");
            object.addProperty(union.discriminator(), "not_known");
            assertKept(union, object, "not_known");
        }
    }

    static Stream<Schema> unions() {
        return Description.records().stream().filter(each -> each.kind() == Schema.Kind.UNION);
    }

    private static void assertKept(Schema union, JsonObject object, String kind) throws Exception {
        Object value = Models.adapter(union).fromJson(object.toString());
        assertEquals("Unrecognized", value.getClass().getSimpleName());
        assertEquals(kind, Models.get(value, union.discriminator()));
        assertEquals(Trees.text(Trees.plain(object)), Trees.text(Trees.of(Models.get(value, Expected.RAW))));
        assertEquals(object.toString(), Models.write(union, value));
    }
}
