import { useId, type ComponentProps, type ReactNode } from "react";
import { useTexts } from "../shop/context.ts";
import { fieldTexts } from "./texts.ts";

interface FrameProps {
  id: string;
  label: string;
  error: string | undefined;
  hint?: string | undefined;
  isOptional: boolean;
  children: ReactNode;
  className?: string | undefined;
}

function Frame({ id, label, error, hint, isOptional, children, className = "" }: FrameProps): ReactNode {
  const t = useTexts(fieldTexts);
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
        {label}
        {isOptional && <span className="ms-1.5 font-normal text-muted">({t("field.optional")})</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

interface Shared {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  className?: string;
}

function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

export function Field({ label, error, hint, className, ...input }: Shared & ComponentProps<"input">): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint} isOptional={!input.required} className={className}>
      <input
        {...input}
        id={id}
        className="field"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  );
}

export function Choice({ label, error, hint, className, ...select }: Shared & ComponentProps<"select">): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint} isOptional={!select.required} className={className}>
      <select
        {...select}
        id={id}
        className="field"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  );
}

export function Area({ label, error, hint, className, ...area }: Shared & ComponentProps<"textarea">): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint} isOptional={!area.required} className={className}>
      <textarea
        {...area}
        id={id}
        className="field"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  );
}
