// What React's code mentions and QuickJS does not have. Rendering to a string uses none of it: it is synchronous.

const missing: Record<string, unknown> = {
  MessageChannel: class {
    port1 = { onmessage: undefined };
    port2 = { postMessage: (): void => undefined };
  },
  TextEncoder: class {
    encode(): Uint8Array {
      return new Uint8Array();
    }
  },
  AbortController: class {
    signal = { aborted: false, addEventListener: (): void => undefined };
    abort(): void {}
  },
  queueMicrotask: (): void => undefined,
  setTimeout: (): number => 0,
  clearTimeout: (): void => undefined,
  performance: { now: (): number => 0 },
  console: { log(): void {}, warn(): void {}, error(): void {}, info(): void {} },
};

for (const [name, value] of Object.entries(missing)) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

export {};
