// `x-error-details` names schemas. Linted as references to them, they count as used, and a name that no schema has is found.

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
    },
  },
});
