// What the linter is told about our way of writing.
//
// - `x-error-details` names schemas. Linted as references to them, they count as used, and a name that no schema has is found.
// - A reference that may be null is `nullable` with a single `allOf`, as generators understand it. The linter goes by the letter
//   of OpenAPI 3.0, where `nullable` needs a `type` beside it and `allOf` takes no null: it gets to see "this, or null".

const errorDetails = 'x-error-details';

export default () => ({
  id: 'kraty',
  typeExtension: {
    oas3: (types) => ({
      ...types,
      Schema: { ...types.Schema, properties: { ...types.Schema.properties, [errorDetails]: 'NamedSchemas' } },
    }),
  },
  preprocessors: {
    oas3: {
      'error-details-are-references': () => ({
        Schema: {
          enter(schema) {
            const details = schema[errorDetails] ?? {};
            for (const [code, name] of Object.entries(details)) {
              details[code] = { $ref: `#/components/schemas/${name}` };
            }
          },
        },
      }),
      'nullable-references-are-alternatives': () => ({
        Schema: {
          enter(schema) {
            if (schema.nullable && schema.allOf?.length === 1 && schema.allOf[0].$ref) {
              schema.anyOf = [schema.allOf[0], { type: 'string', nullable: true, enum: [null], 'x-enum-descriptions': ['Nothing.'] }];
              delete schema.allOf;
              delete schema.nullable;
            }
          },
        },
      }),
    },
  },
});
