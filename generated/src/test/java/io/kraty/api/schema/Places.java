package io.kraty.api.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every place in a document where a declared property stands, at any level. Handwritten types are not looked into: they
 * keep what they do not understand.
 */
final class Places {
    /**
     * One of them.
     *
     * @param object what it stands in, a part of the document
     * @param path where the object stands
     */
    record Place(Property property, JsonObject object, String path) {
        @Override
        public String toString() {
            return path + "." + property.name();
        }
    }

    private final List<Place> found = new ArrayList<>();

    private Places() {}

    static List<Place> in(Schema schema, JsonElement document) {
        Places places = new Places();
        places.look(schema, document, "$");
        return places.found;
    }

    private void look(Schema schema, JsonElement json, String path) {
        switch (schema.kind()) {
            case OBJECT -> lookInto(schema, json.getAsJsonObject(), path);
            case UNION -> {
                JsonObject object = json.getAsJsonObject();
                String kind = object.get(schema.discriminator()).getAsString();
                lookInto(schema.variants().get(kind), object, path);
            }
            case ARRAY -> {
                for (int i = 0; i < json.getAsJsonArray().size(); i++) {
                    look(schema.items(), json.getAsJsonArray().get(i), path + "[" + i + "]");
                }
            }
            case MAP -> {
                for (Map.Entry<String, JsonElement> entry :
                        json.getAsJsonObject().asMap().entrySet()) {
                    look(schema.values(), entry.getValue(), path + "." + entry.getKey());
                }
            }
            default -> {}
        }
    }

    private void lookInto(Schema schema, JsonObject object, String path) {
        for (Property property : schema.properties()) {
            JsonElement value = object.get(property.name());
            if (value != null) {
                found.add(new Place(property, object, path));
                look(property.schema(), value, path + "." + property.name());
            }
        }
    }
}
