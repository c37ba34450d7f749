package io.kraty.api.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** One property of an object schema. */
record Property(Schema owner, String name, JsonObject definition) {
    Schema schema() {
        return Schema.at(definition);
    }

    /** Whether the description says that it is always there. */
    boolean isRequired() {
        return Schema.texts(owner.definition().get("required")).contains(name);
    }

    /**
     * Whether a reader refuses an object without it: where it is required, except for what may be null (as any JSON may),
     * for timestamps (an empty text has been seen) and for what the type itself already says.
     */
    boolean isDemanded() {
        Schema schema = schema();
        return isRequired()
                && !isConstant()
                && !definition.has("nullable")
                && !schema.definition().has("nullable")
                && schema.kind() != Schema.Kind.ANY
                && schema.kind() != Schema.Kind.TIMESTAMP;
    }

    /** Whether it has the same value in every object of its owner, as a discriminator has. */
    boolean isConstant() {
        return definition.has("x-discriminator-value");
    }

    String constant() {
        return definition.get("x-discriminator-value").getAsString();
    }

    /** Whether it does not travel in the JSON. */
    boolean isOutOfBand() {
        return definition.has("x-out-of-band");
    }

    List<String> olderNames() {
        return Schema.texts(definition.get("x-aliases"));
    }

    /** Whether a value stands in where it is absent; a writer always writes it. */
    boolean hasDefault() {
        return definition.has("default");
    }

    /** What its accessor answers where it is absent. */
    JsonElement fallback() {
        return switch (schema().kind()) {
            case ARRAY -> new JsonArray();
            case MAP, FREE_FORM -> new JsonObject();
            default -> hasDefault() ? definition.get("default") : JsonNull.INSTANCE;
        };
    }
}
