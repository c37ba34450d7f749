package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What the judge of all answers lets pass, and what not. */
class StrictFormTest {
    private static final Map<?, ?> SCHEMAS = (Map<?, ?>)
            new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString("""
                    Pet:
                      type: object
                      required: [id, owner, parent]
                      properties:
                        id: {type: string, example: a}
                        owner: {type: string, nullable: true}
                        parent: {nullable: true, allOf: [{$ref: '#/Pet'}]}
                        name: {$ref: '#/Name'}
                        born: {type: string, format: date-time}
                        legs: {type: integer, format: int32}
                        steps: {type: integer, format: int64}
                        weight: {type: number}
                        tame: {type: boolean}
                        mood: {type: string, enum: [good, bad]}
                        toys: {type: array, default: [], items: {type: string}}
                        votes: {type: object, additionalProperties: {type: integer}}
                        more: {type: object, additionalProperties: true}
                        any: {description: Anything.}
                        event: {type: string, x-out-of-band: true}
                        food: {$ref: '#/Food'}
                    Name: {oneOf: [{type: string}, {type: object, additionalProperties: {type: string}}]}
                    Food:
                      oneOf: [{$ref: '#/Fish'}]
                      discriminator: {propertyName: kind, mapping: {fish: '#/Fish'}}
                    Fish: {type: object, required: [kind], properties: {kind: {type: string, x-discriminator-value: fish}}}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'name':'Rex'           |",
                "'name':{'en':'Rex'}    |",
                "'name':7               | $.name fits 0 of the alternatives of Name",
                "'name':null            | $.name is null",
                "'born':'2026-03-01T12:00:00Z' |",
                "'born':'today'         | $.born is no moment: \"today\"",
                "'born':null            | $.born is null",
                "'legs':4               |",
                "'legs':4.0             |",
                "'legs':4.5             | $.legs is no whole number of 32 bits",
                "'legs':2147483648      | $.legs is no whole number of 32 bits",
                "'steps':2147483648     |",
                "'steps':9223372036854775808 | $.steps is no whole number of 64 bits",
                "'legs':'4'             | $.legs is no number",
                "'weight':4.5           |",
                "'tame':'yes'           | $.tame is no truth value",
                "'mood':'good'          |",
                "'mood':'fair'          | $.mood is none of [good, bad]",
                "'votes':{'a':1}        |",
                "'votes':{'a':null}     | $.votes.a is null",
                "'more':{'a':null}      |",
                "'any':null             |",
                "'any':[1]              |",
                "'event':'fed'          | $.event is not described",
                "'food':{'kind':'fish'} |",
                "'food':{'kind':'meat'} | $.food is of no kind that Food has",
                "'food':{}              | $.food is of no kind that Food has",
                "'colour':'red'         | $.colour is not described",
            })
    void property(String property, String fault) {
        assertEquals(
                fault == null ? List.of() : List.of(fault),
                faults("{'id':'a','owner':null,'parent':null,'toys':[]," + property + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'id':'a','owner':'b','parent':{'id':'c','owner':null,'parent':null,'toys':[]},'toys':['d']} |",
                "{'id':'a','owner':null,'toys':[]}             | $.parent is required, but left out",
                "{'id':'a','parent':null,'toys':[]}            | $.owner is required, but left out",
                "{'id':null,'owner':null,'parent':null,'toys':[]} | $.id is null",
                "{'id':'a','owner':null,'parent':null}         | $.toys has a default, but is left out",
                "{'id':'a','owner':null,'parent':null,'toys':[7]} | $.toys[0] is no text",
                "[]                                            | $ is no object",
            })
    void whole(String json, String fault) {
        assertEquals(fault == null ? List.of() : List.of(fault), faults(json));
    }

    @Test
    void properties_areSeen_atEveryDepth() {
        List<String> seen = new ArrayList<>();
        new StrictForm(SCHEMAS, (property, value) -> seen.add(property + " " + value))
                .faults(pet(), JsonParser.parseString("{'id':1,'parent':{'id':2}}"));
        assertEquals(List.of("Pet.id 1", "Pet.parent {\"id\":2}", "Pet.id 2"), seen);
    }

    private static List<String> faults(String json) {
        return new StrictForm(SCHEMAS, (property, value) -> {}).faults(pet(), JsonParser.parseString(json));
    }

    private static Map<?, ?> pet() {
        return Map.of("$ref", "#/Pet");
    }
}
