// Turns the generated type of a request (path, query, headers, body) into one flat object of parameters.

type Part<Data, Key extends string> = Data extends { [name in Key]?: infer Value }
  ? [NonNullable<Value>] extends [never]
    ? unknown
    : NonNullable<Value>
  : unknown;

type Snake<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Lowercase<First>}_${Snake<Rest>}`
  : Lowercase<Name>;

type HeaderNames<Headers> = { [Name in keyof Headers as Name extends string ? Snake<Name> : never]: Headers[Name] };

type Flat<Parts> = { [Key in keyof Parts]: Parts[Key] };

/** The parameters of an operation: of its path, query, headers and body, by their own names. */
export type Params<Data> = Flat<
  Part<Data, "path"> & Part<Data, "query"> & HeaderNames<Part<Data, "headers">> & Part<Data, "body">
>;

/** A file, as its bytes or as browsers have it. */
export type FileBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** The same for an operation whose body is a file: it is the parameter `body`. */
export type FileParams<Data> = Flat<
  Part<Data, "path"> & Part<Data, "query"> & HeaderNames<Part<Data, "headers">> & { body: FileBody }
>;

/** The same for an operation whose body is not one object of known properties: it is the parameter `body`. */
export type WholeBodyParams<Data extends { body?: unknown }> = Flat<
  Part<Data, "path"> & Part<Data, "query"> & HeaderNames<Part<Data, "headers">> & Pick<Data, "body">
>;
