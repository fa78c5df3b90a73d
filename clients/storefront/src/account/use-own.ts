// Loads what belongs to the account.

import { useEffect, useState } from "react";
import { failureOf, type Failure } from "../shop/failure.ts";

export interface Own<Value> {
  value: Value | undefined;
  failure: Failure | undefined;
  set: (value: Value) => void;
  reload: () => void;
}

/** `load` is called again when one of `inputs` changes. */
export function useOwn<Value>(load: () => PromiseLike<Value>, inputs: readonly unknown[]): Own<Value> {
  const [value, set] = useState<Value>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setFailure(undefined);
    load().then(
      (found) => {
        if (isCurrent) set(found);
      },
      (error: unknown) => {
        if (isCurrent) setFailure(failureOf(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [...inputs, attempt]);
  return { value, failure, set, reload: () => setAttempt(attempt + 1) };
}
