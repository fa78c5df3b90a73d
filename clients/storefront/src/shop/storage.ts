// The browser's storage, which may be switched off, full or cleared at any time: then a tab remembers for itself.

export interface Storage {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Calls back when another tab has changed the key. */
  watch(key: string, changed: () => void): () => void;
}

interface Backing {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "stoa.";

/** `open` may throw, as reading `window.localStorage` does where it is forbidden. */
export function createStorage(open: () => Backing, target?: EventTarget): Storage {
  const memory = new Map<string, string>();
  const attempt = <Result>(act: (backing: Backing) => Result): Result | undefined => {
    try {
      return act(open());
    } catch {
      return undefined;
    }
  };
  return {
    get(key) {
      const text = memory.get(key) ?? attempt((it) => it.getItem(PREFIX + key)) ?? undefined;
      return text === undefined ? undefined : parse(text);
    },
    set(key, value) {
      const text = JSON.stringify(value);
      const isKept = attempt((it) => {
        it.setItem(PREFIX + key, text);
        return it.getItem(PREFIX + key) === text;
      });
      if (isKept) memory.delete(key);
      else memory.set(key, text);
    },
    remove(key) {
      memory.delete(key);
      attempt((it) => it.removeItem(PREFIX + key));
    },
    watch(key, changed) {
      const listener = (event: Event): void => {
        const { key: other } = event as StorageEvent;
        // No key: everything was cleared.
        if (other === PREFIX + key || other === null) changed();
      };
      target?.addEventListener("storage", listener);
      return () => target?.removeEventListener("storage", listener);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
