package io.kraty.openapi;

import java.util.Set;

/**
 * What this check knows to compare, and what it knows to be talk. Anything else stops it: a word that nobody taught it could
 * break clients unnoticed.
 */
final class Keywords {
    static final Keywords ROOT = new Keywords("openapi servers security paths components", "info tags externalDocs");
    static final Keywords PATH =
            new Keywords("get put post delete options head patch trace parameters", "summary description");
    static final Keywords OPERATION = new Keywords(
            "operationId tags security parameters requestBody responses x-error-codes x-sse-events x-options",
            "summary description deprecated externalDocs");
    static final Keywords PARAMETER = new Keywords(
            "name in required schema style explode allowReserved allowEmptyValue",
            "description deprecated example examples");
    static final Keywords BODY = new Keywords("content required", "description");
    static final Keywords MEDIA = new Keywords("schema", "example examples");
    static final Keywords RESPONSE = new Keywords("content headers", "description");
    static final Keywords HEADER = new Keywords("required schema", "description deprecated example examples");
    static final Keywords SECURITY_SCHEME = new Keywords("type name in scheme", "description bearerFormat");
    static final Keywords SCHEMA = new Keywords(
            "type format nullable default enum pattern multipleOf"
                    + " minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems uniqueItems"
                    + " minProperties maxProperties properties required additionalProperties items oneOf discriminator"
                    + " x-idempotent x-error-statuses x-error-details x-enum-sets x-exactly-one-of x-discriminator-value"
                    + " x-out-of-band x-aliases x-contains-secret",
            // The last ones are about Java alone.
            "title description example deprecated externalDocs x-enum-descriptions"
                    + " x-implements x-java-enum x-java-predicates x-since");

    private final Set<String> known;

    private Keywords(String compared, String talk) {
        known = Set.of((compared + " " + talk).split(" ", -1));
    }

    void check(Part part, String where) {
        for (Object key : part.members().keySet()) {
            if (!known.contains(key.toString())) {
                throw new IllegalArgumentException("`" + key + "` of " + where
                        + " is nothing that the compatibility check knows: teach it what a change of it breaks");
            }
        }
    }
}
