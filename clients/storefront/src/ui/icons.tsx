// Drawings that repeat what text beside them or a label says: screen readers skip them.

import type { ReactNode } from "react";

function Icon({ children, size = 20 }: { children: ReactNode; size?: number }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const CartIcon = (): ReactNode => (
  <Icon size={22}>
    <path d="M6 8h12l1 12H5L6 8Z" />
    <path d="M9 8V7a3 3 0 0 1 6 0v1" />
  </Icon>
);
export const PersonIcon = (): ReactNode => (
  <Icon size={22}>
    <circle cx="12" cy="8" r="3.5" />
    <path d="M5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.900 7 5.5" />
  </Icon>
);
export const MenuIcon = (): ReactNode => (
  <Icon size={22}>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
);
export const DownIcon = (): ReactNode => (
  <Icon>
    <path d="m6 9 6 6 6-6" />
  </Icon>
);
export const CloseIcon = (): ReactNode => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const MinusIcon = (): ReactNode => (
  <Icon size={16}>
    <path d="M5 12h14" />
  </Icon>
);
export const PlusIcon = (): ReactNode => (
  <Icon size={16}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);
export const LeftIcon = (): ReactNode => (
  <Icon>
    <path d="m14.500 5-7 7 7 7" />
  </Icon>
);
export const RightIcon = (): ReactNode => (
  <Icon>
    <path d="m9.500 5 7 7-7 7" />
  </Icon>
);
export const SearchIcon = (): ReactNode => (
  <Icon size={22}>
    <circle cx="10.500" cy="10.500" r="6" />
    <path d="m15 15 5 5" />
  </Icon>
);
export const FilterIcon = (): ReactNode => (
  <Icon>
    <path d="M4 7h9M18 7h2M4 17h2M11 17h9" />
    <circle cx="15.500" cy="7" r="2.200" />
    <circle cx="8.500" cy="17" r="2.200" />
  </Icon>
);
export const ZoomIcon = (): ReactNode => (
  <Icon>
    <circle cx="10.500" cy="10.500" r="6" />
    <path d="m15 15 5 5M10.500 8v5M8 10.500h5" />
  </Icon>
);
export const CheckIcon = (): ReactNode => (
  <Icon>
    <path d="m5 12.500 4.500 4.500L19 7.500" />
  </Icon>
);
export const AlertIcon = (): ReactNode => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.500v5.500M12 16.200v.100" />
  </Icon>
);
