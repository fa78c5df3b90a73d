import { useEffect, useRef, type ReactNode } from "react";
import { useCart } from "../cart/use-cart.ts";
import { useMoney, useShop, useText } from "../shop/context.ts";
import { CartLines } from "./cart-lines.tsx";
import { CartState, CheckoutLink } from "./cart-view.tsx";
import { CheckIcon, CloseIcon } from "./icons.tsx";

interface Props {
  isOpen: boolean;
  announcement: string;
  onClose: () => void;
}

/** The cart beside the page. A native dialog: the focus stays inside, and Escape closes it. */
export function CartDrawer({ isOpen, announcement, onClose }: Props): ReactNode {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const { location } = useShop();
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  // A link in it leads to another page.
  useEffect(onClose, [location.path]);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="drawer-body">
        <div className="flex items-center justify-between gap-4 px-5 py-4">
          <h2 id="drawer-title" className="text-2xl">
            {t("cart.title")}
          </h2>
          <button type="button" className="icon-button -me-2" aria-label={t("product.close")} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
        <p role="status" className={announcement ? "mx-5 mb-2 flex items-center gap-2 text-sm" : "sr-only"}>
          {announcement && (
            <>
              <CheckIcon /> {announcement}
            </>
          )}
        </p>
        <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5">
          <CartState>{(cart) => <CartLines cart={cart} />}</CartState>
        </div>
        <DrawerFoot />
      </div>
    </dialog>
  );
}

function DrawerFoot(): ReactNode {
  const t = useText();
  const money = useMoney();
  const { cart } = useCart();
  if (!cart || cart.lines.length === 0) return null;
  return (
    <div className="border-t border-line px-5 pb-5 pt-4">
      <p className="mb-3 flex justify-between gap-4 font-semibold tabular-nums">
        <span>{t("cart.items")}</span>
        <span>{money(cart.totals.items)}</span>
      </p>
      <CheckoutLink cart={cart} />
      <p className="mt-2 text-center">
        <a href="/cart" className="link inline-block py-2">
          {t("cart.view")}
        </a>
      </p>
    </div>
  );
}
