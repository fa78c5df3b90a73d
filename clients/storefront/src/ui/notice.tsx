import type { ReactNode } from "react";
import { AlertIcon } from "./icons.tsx";

/** Says that something went wrong, at once to screen readers too. */
export function ErrorNotice({ children, className = "" }: { children: ReactNode; className?: string }): ReactNode {
  return (
    <div role="alert" className={`flex gap-3 border-s-2 border-danger bg-surface px-4 py-3 text-sm ${className}`}>
      <span className="mt-px shrink-0 text-danger">
        <AlertIcon />
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
