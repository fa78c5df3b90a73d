import { useEffect, useState, type ReactNode } from "react";
import { useText } from "../shop/context.ts";
import { MinusIcon, PlusIcon } from "./icons.tsx";

interface Props {
  value: number;
  label: string;
  onChange: (value: number) => void;
  least?: number;
  most?: number | undefined;
  small?: boolean;
}

/** Of one line of an order. */
const MOST = 999;

/** A quantity between two buttons. What is typed counts once the field is left or Enter is pressed. */
export function Quantity({ value, label, onChange, least = 1, most = MOST, small = false }: Props): ReactNode {
  const t = useText();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const settle = (): void => {
    const typed = Number.parseInt(text, 10);
    const next = Number.isNaN(typed) ? value : Math.min(most, Math.max(least, typed));
    setText(String(next));
    if (next !== value) onChange(next);
  };
  const size = small ? "h-10" : "h-12";
  const button = "grid aspect-square h-full place-items-center disabled:opacity-40 hover:bg-surface";
  return (
    <div role="group" aria-label={label} className={`inline-flex shrink-0 ${size} overflow-hidden rounded-theme border border-edge`}>
      <button
        type="button"
        className={button}
        aria-label={t("product.less")}
        disabled={value <= least}
        onClick={() => onChange(value - 1)}
      >
        <MinusIcon />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        className="w-10 bg-transparent text-center tabular-nums focus-visible:outline-offset-[-2px]"
        value={text}
        onChange={(event) => setText(event.target.value.replace(/\D/g, "").slice(0, 3))}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          settle();
        }}
      />
      <button
        type="button"
        className={button}
        aria-label={t("product.more")}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        <PlusIcon />
      </button>
    </div>
  );
}
