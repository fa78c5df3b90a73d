import { useRef, useState, type ReactNode } from "react";
import { formatDay } from "../format/date.ts";
import type { DeviceSession } from "../sdk.ts";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { accountTexts } from "./texts.ts";
import { useOwn } from "./use-own.ts";
import { Waiting } from "./waiting.tsx";

export function Sessions(): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const { api, session } = useServices();
  const own = useOwn(() => api.listSessions(), [api]);
  const [problem, setProblem] = useState("");
  const running = useRef(false);
  if (!own.value) return <Waiting own={own} />;
  const end = async (act: () => PromiseLike<void>, ended: () => void): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setProblem("");
    try {
      await act();
      ended();
    } catch (error) {
      setProblem(describe(failureOf(error), shop));
    } finally {
      running.current = false;
    }
  };
  return (
    <>
      <p className="mb-5">{t("account.sessions_text")}</p>
      {problem && <ErrorNotice className="mb-5">{problem}</ErrorNotice>}
      <ul className="divide-y divide-line border-y border-line">
        {own.value.data.map((it) => (
          <Row key={it.id} session={it} onRevoke={() => void end(() => api.endSession({ session_id: it.id }), own.reload)} />
        ))}
      </ul>
      <h2 className="mt-12 text-2xl">{t("account.end_all")}</h2>
      <p className="mt-2 mb-4 max-w-prose">{t("account.end_all_text")}</p>
      <button type="button" className="button button-quiet" onClick={() => void end(() => api.endAllSessions(), () => session.drop())}>
        {t("account.end_all")}
      </button>
    </>
  );
}

function Row({ session, onRevoke }: { session: DeviceSession; onRevoke: () => void }): ReactNode {
  const t = useTexts(accountTexts);
  const { store } = useShop();
  const device = deviceName(session.device) || t("account.unknown_device");
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 py-4">
      <div className="min-w-0 grow">
        <p className="font-semibold">
          {device}
          {session.is_current && <span className="ms-2 font-normal text-muted">{t("account.this_device")}</span>}
        </p>
        <p className="text-sm text-muted">
          {t("account.since", { date: formatDay(session.created_at, store.locale) })} ·{" "}
          {t("account.last_used", { date: formatDay(session.last_used_at, store.locale) })}
        </p>
      </div>
      {!session.is_current && (
        <button type="button" className="button button-quiet" aria-label={t("account.revoke_device", { device })} onClick={onRevoke}>
          {t("account.revoke")}
        </button>
      )}
    </li>
  );
}

const BROWSERS = ["Firefox", "Edg", "OPR", "SamsungBrowser", "Chrome", "Safari"];
const SYSTEMS = ["iPhone", "iPad", "Android", "Windows", "Mac OS X", "Linux"];
const NAMES: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera", SamsungBrowser: "Samsung Internet", "Mac OS X": "macOS" };

/** Browser and system from a user agent, as people call them. */
function deviceName(agent: string): string {
  const found = [BROWSERS, SYSTEMS].map((names) => names.find((it) => agent.includes(it)) ?? "");
  return found
    .filter(Boolean)
    .map((it) => NAMES[it] ?? it)
    .join(" · ");
}
