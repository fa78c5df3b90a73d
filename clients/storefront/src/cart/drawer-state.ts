// Whether the cart's drawer is open, for everything that opens it.

import { createContext, useContext } from "react";

export interface Drawer {
  /** What screen readers are told when it opens, or nothing. */
  open: (announcement?: string) => void;
}

export const DrawerContext = createContext<Drawer>({ open: () => undefined });

export function useDrawer(): Drawer {
  return useContext(DrawerContext);
}
