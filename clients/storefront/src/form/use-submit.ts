// Sends a form once at a time and keeps why it did not work.

import { useEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import { failureOf, type Failure } from "../shop/failure.ts";

export interface Submission {
  form: RefObject<HTMLFormElement | null>;
  isRunning: boolean;
  failure: Failure | undefined;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

/** `send` gets the texts of the fields, trimmed except passwords. */
export function useSubmit(send: (values: Record<string, string>) => Promise<void>): Submission {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const form = useRef<HTMLFormElement>(null);
  // Not the state: two clicks can come before the page is drawn again.
  const running = useRef(false);
  // After the messages are drawn.
  useEffect(() => {
    if (!failure) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) wrong.focus();
    // The button may be far from what says why.
    else form.current?.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
  }, [failure]);

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (running.current) return;
    const values = valuesOf(event.currentTarget);
    running.current = true;
    setRunning(true);
    setFailure(undefined);
    send(values)
      .catch((error: unknown) => {
        setFailure(failureOf(error));
      })
      .finally(() => {
        running.current = false;
        setRunning(false);
      });
  };
  return { form, isRunning, failure, onSubmit };
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") values[name] = name.includes("password") ? value : value.trim();
  }
  return values;
}
