import { Ajv, type ValidateFunction } from 'ajv';

/** Any part of the description, which is data to us. */
type Node = Record<string, any>;

/**
 * Holds answers to what the generated types promise. Types are gone at run time, so this goes by the description that they are
 * made from, by the letter: what is required is there, null is only where it may be, and nothing is undescribed.
 */
export class Answers {
  /** What each operation was answered with that did not fit. */
  readonly mismatches: string[] = [];
  calls = 0;
  events = 0;
  private readonly succeeded = new Set<string>();
  private readonly ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  private readonly operations: Operation[];

  constructor(private readonly description: Node) {
    this.ajv.addFormat('date-time', (text: string) => text.includes('T') && !Number.isNaN(Date.parse(text)));
    this.ajv.addFormat('int32', { type: 'number', validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31 });
    this.ajv.addFormat('int64', { type: 'number', validate: Number.isInteger });
    for (const anything of ['double', 'password']) {
      this.ajv.addFormat(anything, true);
    }
    const schemas: Node = {};
    for (const [name, schema] of Object.entries<Node>(description.components.schemas)) {
      schemas[name] = strict(schema);
    }
    this.ajv.addSchema({ $id: 'api', $defs: schemas });
    this.operations = Object.entries<Node>(description.paths)
      .flatMap(([path, item]) =>
        ['get', 'put', 'post', 'delete', 'patch']
          .filter((method) => item[method])
          .map((method) => ({
            id: item[method].operationId as string,
            method: method.toUpperCase(),
            path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
            variables: path.split('{').length,
            part: item[method],
          })),
      )
      .sort((one, other) => one.variables - other.variables); // words before variables
  }

  /** A `fetch` that looks at every answer before the client does. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { pathname } = new URL(String(input));
    const operation = this.operations.find((each) => each.method === (init?.method ?? 'GET') && each.path.test(pathname));
    this.calls++;
    if (!operation) {
      this.mismatches.push(`${init?.method} ${pathname} is no operation`);
    } else if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      this.check(operation, response.status, await response.clone().json());
      if (response.ok) {
        this.succeeded.add(operation.id);
      }
    }
    return response;
  };

  /** An event of a stream. */
  event(operationId: string, name: string, data: unknown): void {
    const schema = this.operations.find((each) => each.id === operationId)!.part['x-sse-events'][name];
    this.events++;
    if (schema) {
      this.validate(`${operationId} ${name}`, this.ajv.getSchema(`api#/$defs/${schema}`)!, data);
      this.succeeded.add(operationId);
    } else {
      this.mismatches.push(`${operationId} has no event ${name}`);
    }
  }

  /** The operations that nothing was heard of, apart from refusals. */
  missing(): string[] {
    return this.operations.map((each) => each.id).filter((id) => !this.succeeded.has(id));
  }

  /** How many operations there are. */
  get known(): number {
    return this.operations.length;
  }

  private check(operation: Operation, status: number, body: unknown): void {
    let response: Node | undefined = operation.part.responses[status];
    if (response?.$ref) {
      response = this.description.components.responses[nameOf(response.$ref)];
    }
    const schema = response?.content?.['application/json']?.schema;
    if (schema) {
      this.validate(`${operation.id} ${status}`, this.ajv.getSchema(`api#/$defs/${nameOf(schema.$ref)}`)!, body);
    } else {
      this.mismatches.push(`${operation.id} has no answer ${status}`);
    }
  }

  private validate(what: string, validator: ValidateFunction, value: unknown): void {
    if (!validator(value)) {
      for (const { instancePath, message, params } of validator.errors ?? []) {
        this.mismatches.push(`${what} ${instancePath} ${message} ${JSON.stringify(params)}`);
      }
    }
  }
}

interface Operation {
  id: string;
  method: string;
  path: RegExp;
  variables: number;
  part: Node;
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A schema of OpenAPI 3.0 as JSON Schema. Objects hold nothing undescribed, though a client has to live with it. */
function strict(schema: Node): Node {
  if (schema.$ref) {
    return { $ref: `api#/$defs/${nameOf(schema.$ref)}` };
  }
  if (schema.allOf) {
    const all = { allOf: schema.allOf.map(strict) };
    return schema.nullable ? { anyOf: [all, { type: 'null' }] } : all;
  }
  if (schema.oneOf) {
    return { oneOf: schema.oneOf.map(strict) };
  }
  const result: Node = {};
  if (schema.type) {
    result.type = schema.nullable ? [schema.type, 'null'] : schema.type;
  }
  if (schema.enum) {
    result.enum = schema.nullable ? [...schema.enum, null] : schema.enum;
  }
  if (schema.format) {
    result.format = schema.format;
  }
  if (schema['x-discriminator-value']) {
    result.const = schema['x-discriminator-value'];
  }
  if (schema.items) {
    result.items = strict(schema.items);
  }
  if (schema.type === 'object') {
    // What does not travel in the JSON is the name of a stream's event.
    const properties = Object.entries<Node>(schema.properties ?? {}).filter(([, property]) => !property['x-out-of-band']);
    const names = new Set(properties.map(([name]) => name));
    result.properties = Object.fromEntries(properties.map(([name, property]) => [name, strict(property)]));
    result.required = (schema.required ?? []).filter((name: string) => names.has(name));
    const more = schema.additionalProperties ?? false;
    result.additionalProperties = typeof more === 'object' ? strict(more) : more;
  }
  return result;
}
