// The token of a letter's link. It leaves the address bar: neither history nor a shared screen keeps it.

import { useEffect, useState } from "react";
import { useShop } from "./context.ts";
import { param } from "./query.ts";

/** Behind `?token=`; the empty text without one. */
export function useLinkToken(): string {
  const { location, navigate } = useShop();
  const [token] = useState(() => param(location.query, "token", /^[\w.-]{1,128}$/));
  const [path] = useState(location.path);
  useEffect(() => {
    if (token) navigate(path, { replace: true });
  }, [token, path, navigate]);
  return token;
}

/** Behind `#token=`, where no server and no log sees it; the empty text without one. */
export function fragmentToken(): string {
  return /^#token=([\w-]{1,200})$/.exec(window.location.hash)?.[1] ?? "";
}
