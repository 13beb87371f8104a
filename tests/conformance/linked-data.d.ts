/** What the tests use of two libraries that bring no types; jsonld is read as it comes. */
declare module 'jsonld';

declare module 'n3' {
  export type Quad = object;
  export class Parser {
    parse(text: string): Quad[];
  }
  export class Store {
    constructor(quads?: readonly Quad[]);
    [Symbol.iterator](): Iterator<Quad>;
  }
  export const DataFactory: object;
}

declare module 'shacl-engine' {
  export class Validator {
    constructor(shapes: object, options: { readonly factory: object });
    validate(input: {
      readonly dataset: object;
    }): Promise<{ readonly results: readonly { readonly severity: { readonly value: string } }[] }>;
  }
}
