// Which units are to go back, and why.

import { useRef, useState, type ReactNode } from "react";
import { fieldError } from "../form/field-error.ts";
import { Area, Choice } from "../form/field.tsx";
import { fieldTexts } from "../form/texts.ts";
import { useSubmit } from "../form/use-submit.ts";
import { hasCode, type CreateReturn, type OrderReturn } from "../sdk.ts";
import { useText, useTexts } from "../shop/context.ts";
import { describe, type Failure } from "../shop/failure.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { Quantity } from "../ui/quantity.tsx";
import type { Returnable } from "./returnable.ts";
import { REASONS, reasonText, returnTexts } from "./texts.ts";

interface Props {
  choices: readonly Returnable[];
  send: (wanted: CreateReturn, key: string) => PromiseLike<OrderReturn>;
  onSent: () => void;
  /** The store takes nothing of this order back any more. */
  onClosed: () => void;
  onCancel: () => void;
}

export function RequestForm({ choices, send, onSent, onClosed, onCancel }: Props): ReactNode {
  const t = useTexts(returnTexts);
  const f = useTexts(fieldTexts);
  const [chosen, choose] = useState(() => firstChoice(choices));
  const keyOf = useKey();
  const submission = useSubmit(async ({ reason, note }) => {
    const lines = Object.entries(chosen).flatMap(([line_id, quantity]) => (quantity > 0 ? [{ line_id, quantity }] : []));
    // What is empty is absent: the API says then that it is required.
    const wanted = { lines, ...(reason && { reason }), ...(note && { note }) } as CreateReturn;
    try {
      await send(wanted, keyOf(wanted));
    } catch (error) {
      if (!hasCode(error, "return_window_closed")) throw error;
      return onClosed();
    }
    onSent();
  });
  const { form, failure, isRunning, onSubmit } = submission;
  const units = failure?.fields.find((it) => it.pointer.startsWith("/lines"));
  const unitsError = units && t(units.pointer === "/lines" ? "return.units_missing" : "return.units_wrong");
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-lg gap-5">
      {failure && <Refusal failure={failure} />}
      <fieldset aria-describedby={unitsError && "return-units-error"}>
        <legend className="mb-1.5 text-sm font-semibold">{t("return.which")}</legend>
        <ul className="divide-y divide-line border-y border-line">
          {choices.map((it) => (
            <Units key={it.line.id} {...it} value={chosen[it.line.id] ?? 0} onChange={(value) => choose({ ...chosen, [it.line.id]: value })} />
          ))}
        </ul>
        {unitsError && (
          <p id="return-units-error" className="mt-1 text-sm font-medium text-danger">
            {unitsError}
          </p>
        )}
      </fieldset>
      <Choice name="reason" required defaultValue="" label={t("return.reason")} error={fieldError(failure, "/reason", f)}>
        <option value="">{f("field.choose")}</option>
        {REASONS.map((it) => (
          <option key={it} value={it}>
            {reasonText(it, t)}
          </option>
        ))}
      </Choice>
      <Area name="note" rows={4} maxLength={1000} label={t("return.note")} error={fieldError(failure, "/note", f)} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" className="button" aria-disabled={isRunning}>
          {isRunning ? t("return.working") : t("return.send")}
        </button>
        <button type="button" className="link py-1" onClick={onCancel}>
          {t("return.cancel_form")}
        </button>
      </div>
    </form>
  );
}

/** Where there is nothing to choose, it is chosen. */
function firstChoice(choices: readonly Returnable[]): Record<string, number> {
  const [only, ...others] = choices;
  return only && others.length === 0 && only.units === 1 ? { [only.line.id]: 1 } : {};
}

/** The same request, sent again after a lost connection, has the same key: it makes one return. */
function useKey(): (wanted: CreateReturn) => string {
  const last = useRef({ sent: "", key: "" });
  return (wanted) => {
    const sent = JSON.stringify(wanted);
    if (last.current.sent !== sent) last.current = { sent, key: crypto.randomUUID() };
    return last.current.key;
  };
}

function Units({ line, units, value, onChange }: Returnable & { value: number; onChange: (value: number) => void }): ReactNode {
  const t = useTexts(returnTexts);
  const title = [line.title, line.variant_title].filter(Boolean).join(" · ");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <span className="min-w-40 grow basis-0 font-medium break-words">{title}</span>
      <span className="flex items-center gap-3">
        <Quantity small least={0} most={units} value={value} label={t("return.units_of", { title })} onChange={onChange} />
        <span className="text-sm text-muted">{t("return.of", { count: units })}</span>
      </span>
    </li>
  );
}

function Refusal({ failure }: { failure: Failure }): ReactNode {
  const f = useTexts(fieldTexts);
  const shop = useText();
  return <ErrorNotice>{failure.fields.length > 0 ? f("form.check") : describe(failure, shop)}</ErrorNotice>;
}
