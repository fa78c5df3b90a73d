// Components whose code is loaded when they are shown. The server and the first drawing in the browser show what waits for them.

import { useEffect, useState, type ComponentType, type ReactNode } from "react";

export interface WaitingProps {
  hasFailed: boolean;
  onRetry: () => void;
}

/** `load` is `undefined` on the server, whose script has none of the code. */
export function lazy<Props extends object>(
  load: (() => Promise<ComponentType<Props>>) | undefined,
  Waiting: ComponentType<WaitingProps>,
): ComponentType<Props> {
  // Kept for the next time: it is drawn at once then.
  let loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props): ReactNode {
    const [Part, setPart] = useState<ComponentType<Props> | undefined>(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (loaded || !load) return;
      setFailed(false);
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => setFailed(true),
      );
    }, [attempt]);
    if (Part) return <Part {...props} />;
    return <Waiting hasFailed={hasFailed} onRetry={() => setAttempt(attempt + 1)} />;
  };
}
