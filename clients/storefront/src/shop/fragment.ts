// The token of a letter's link behind the `#`: no server and no log sees it.

/** The empty text without one. */
export function fragmentToken(): string {
  return /^#token=([\w-]{1,200})$/.exec(window.location.hash)?.[1] ?? "";
}
