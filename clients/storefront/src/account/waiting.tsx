import type { ReactNode } from "react";
import { useText } from "../shop/context.ts";
import { describe } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import type { Own } from "./use-own.ts";

/** Shows that something is being loaded, or why it cannot be. */
export function Waiting({ own }: { own: Pick<Own<unknown>, "failure" | "reload"> }): ReactNode {
  const shop = useText();
  if (!own.failure) return <div className="skeleton h-40" role="status" aria-label={shop("loading")} />;
  return (
    <ErrorNotice>
      <p>{describe(own.failure, shop)}</p>
      <button type="button" className="link mt-2" onClick={own.reload}>
        {shop("error.retry")}
      </button>
    </ErrorNotice>
  );
}
