// What an operation returns: a promise of its data, with ways to the raw response and to further pages.

/** A response with its data and what came around it. */
export interface ApiResponse<Data> {
  data: Data;
  status: number;
  headers: Headers;
  /** Name it when you ask for help. */
  requestId: string | undefined;
  /** The body as it came; empty when it is a file, which `data` has. */
  text: string;
  /** How often the request was repeated. */
  retries: number;
}

/**
 * A promise of the data; `withResponse()` gives status, headers and text too.
 *
 * It has a promise instead of being one: the `Promise` of React Native makes further ones with the constructor of the
 * subclass, which would not fit.
 */
export class ApiPromise<Data> implements Promise<Data> {
  readonly [Symbol.toStringTag] = "ApiPromise";
  readonly #response: Promise<ApiResponse<Data>>;

  constructor(response: Promise<ApiResponse<Data>>) {
    this.#response = response;
  }

  then<Then = Data, Else = never>(
    onData?: ((data: Data) => Then | PromiseLike<Then>) | null,
    onError?: ((error: unknown) => Else | PromiseLike<Else>) | null,
  ): Promise<Then | Else> {
    return this.#response.then((it) => it.data).then(onData, onError);
  }

  catch<Else = never>(onError?: ((error: unknown) => Else | PromiseLike<Else>) | null): Promise<Data | Else> {
    return this.then(undefined, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<Data> {
    return this.#response.then((it) => it.data).finally(onEnd);
  }

  withResponse(): Promise<ApiResponse<Data>> {
    return this.#response;
  }
}

/** One page of a list. */
export interface PageShape {
  data: readonly unknown[];
  has_more: boolean;
  next_cursor?: string | null;
}

/** What a list has in it. */
export type Item<Page> = Page extends { data: readonly (infer One)[] } ? One : never;

/** A promise of the first page. `for await` goes through the items of all pages. */
export class PagePromise<Page> extends ApiPromise<Page> implements AsyncIterable<Item<Page>> {
  readonly #next: (cursor: string) => Promise<Page>;

  constructor(first: Promise<ApiResponse<Page>>, next: (cursor: string) => Promise<Page>) {
    super(first);
    this.#next = next;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item<Page>, void, undefined> {
    for await (const page of this.pages()) {
      yield* (page as PageShape).data as Item<Page>[];
    }
  }

  /** Goes through the pages; the next one is loaded when it is asked for. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    let page = (await this.withResponse()).data;
    for (;;) {
      yield page;
      const { has_more, next_cursor } = page as PageShape;
      if (!has_more || !next_cursor) return;
      page = await this.#next(next_cursor);
    }
  }

  /** The items of all pages, but not more than `most`. */
  async toArray(most: number): Promise<Item<Page>[]> {
    const found: Item<Page>[] = [];
    if (most <= 0) return found;
    for await (const item of this) {
      found.push(item);
      if (found.length >= most) break;
    }
    return found;
  }
}
