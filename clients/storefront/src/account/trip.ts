// A sign-in at an identity provider, as this tab remembers it: its storage ends with the tab, and no other tab reads it.

import type { Storage } from "../shop/storage.ts";

const KEY = "social";
/** The API links an identity for so long. */
const LINKABLE_MS = 30 * 60_000;

export interface Trip {
  /** Proves that this is the browser that was sent away. */
  browser_token: string;
  /** What the provider is called. */
  provider: string;
  /** Path of the page to go on with. */
  return_to: string;
  /** Until when the identity can be linked to the account that has its address; absent before the API has asked for that. */
  linkable_until?: number;
}

export function keepTrip(tab: Storage, trip: Trip): void {
  tab.set(KEY, trip);
}

export function tripOf(tab: Storage): Trip | undefined {
  const { browser_token, provider, return_to, linkable_until } = (tab.get(KEY) ?? {}) as Partial<Trip>;
  if (typeof browser_token !== "string" || typeof provider !== "string" || typeof return_to !== "string") return undefined;
  return { browser_token, provider, return_to, ...(typeof linkable_until === "number" && { linkable_until }) };
}

export function forgetTrip(tab: Storage): void {
  tab.remove(KEY);
}

/** The API wants the owner of the account to sign in and link the identity. */
export function awaitLink(tab: Storage, trip: Trip, now: number): void {
  keepTrip(tab, { ...trip, linkable_until: now + LINKABLE_MS });
}

/** Whether the identity waits for the owner of the account. */
export function isLinkable(trip: Trip | undefined, now: number): trip is Trip {
  return trip?.linkable_until !== undefined && trip.linkable_until > now;
}
