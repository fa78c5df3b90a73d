// The page that identity providers send browsers back to: it signs in, or has the owner of an account sign in and link.

import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { describe, failureOf, type Failure } from "../shop/failure.ts";
import { param } from "../shop/query.ts";
import { ErrorNotice } from "../ui/notice.tsx";
import { NewTerms } from "./consents.tsx";
import { Login } from "./sign-in.tsx";
import { socialTexts, type SocialKey } from "./social-texts.ts";
import { termsOf } from "./terms.ts";
import { awaitLink, forgetTrip, isLinkable, tripOf, type Trip } from "./trip.ts";

const OVERVIEW = "/account";

/** What the provider had the browser bring along. */
interface Back {
  code: string;
  state: string;
  iss: string;
  error: string;
}

type Step =
  | { name: "finishing" | "to_link" | "linked" | "terms" | "leaving" }
  /** It may work when the same is sent again. */
  | { name: "stuck"; failure: Failure; isLink: boolean }
  | { name: "failed" | "not_linked"; text: SocialKey };

export function SocialSignIn(): ReactNode {
  const { session, tab } = useServices();
  const { location, navigate } = useShop();
  const isSignedIn = useSyncExternalStore(session.subscribe, session.isSignedIn);
  const [back] = useState(() => backOf(location.query));
  const [trip] = useState(() => tripOf(tab));
  const [step, setStep] = useState(() => firstStep(back, trip, Date.now()));
  const [path] = useState(location.path);
  const returnTo = trip?.return_to ?? OVERVIEW;
  const hasQuery = location.query !== "";
  useEffect(() => {
    // Neither history nor a shared screen keeps the code.
    if (hasQuery) navigate(path, { replace: true });
  }, [hasQuery, path, navigate]);

  const run = useRun(trip, back, setStep);
  const started = useRef<Step["name"]>(undefined);
  useEffect(() => {
    const isLink = step.name === "to_link" && isSignedIn;
    if (started.current === step.name || (step.name !== "finishing" && !isLink)) return;
    started.current = step.name;
    void run(isLink);
  }, [run, step, isSignedIn]);
  const leaves = step.name === "leaving" || (isSignedIn && step.name === "failed");
  useEffect(() => {
    if (leaves) navigate(returnTo, { replace: true });
  }, [leaves, returnTo, navigate]);

  const provider = trip?.provider ?? "";
  switch (step.name) {
    case "finishing":
      return <Working text="social.working" provider={provider} />;
    case "to_link":
      return isSignedIn ? <Working text="social.linking" provider={provider} /> : <Login returnTo={returnTo} />;
    case "linked":
      return <End title="social.linked" text="social.linked_text" provider={provider} to={returnTo} />;
    case "not_linked":
      return <End title="social.not_linked" text={step.text} provider={provider} to={returnTo} />;
    case "terms":
      return <Terms onAccepted={() => setStep({ name: "leaving" })} />;
    case "stuck":
      return <Stuck failure={step.failure} onRetry={() => void run(step.isLink)} />;
    case "failed":
      return leaves ? null : <Failed text={step.text} provider={provider} returnTo={returnTo} />;
    case "leaving":
      return null;
  }
}

function backOf(query: string): Back {
  const said = (name: string, longest: number): string => param(query, name, new RegExp(`^[^\\s]{1,${longest}}$`));
  return { code: said("code", 2048), state: said("state", 64), iss: said("iss", 500), error: said("error", 100) };
}

function firstStep({ code, state, error }: Back, trip: Trip | undefined, now: number): Step {
  const isBack = error !== "" || (code !== "" && state !== "");
  if (isBack && !trip) return { name: "failed", text: "social.expired" };
  if (error) return { name: "failed", text: error === "access_denied" ? "social.cancelled" : "social.unconfirmed" };
  if (isBack) return { name: "finishing" };
  return isLinkable(trip, now) ? { name: "to_link" } : { name: "failed", text: "social.missing" };
}

/** Sends what there is to send: the code first, and the link once its owner has signed in. */
function useRun(trip: Trip | undefined, back: Back, setStep: (step: Step) => void): (isLink: boolean) => Promise<void> {
  const { api, session, tab } = useServices();
  const { store, cart } = useShop();
  const finish = async (it: Trip): Promise<Step> => {
    const { code, state, iss } = back;
    const sent = { code, state, browser_token: it.browser_token, ...(iss && { iss }) };
    await cart.signIn(
      async (guest) => (await api.finishSocialSignIn({ ...sent, ...guest })).session,
      (begun) => {
        forgetTrip(tab);
        session.begin(begun);
      },
    );
    // An account that was opened just now has accepted nothing.
    if (!termsOf(store)) return { name: "leaving" };
    const consents = await Promise.resolve(api.getConsents()).catch(() => undefined);
    return { name: consents && consents.terms_version === undefined ? "terms" : "leaving" };
  };
  const link = async (it: Trip): Promise<Step> => {
    await api.linkIdentity({ browser_token: it.browser_token });
    forgetTrip(tab);
    return { name: "linked" };
  };
  return async (isLink) => {
    // The owner may have chosen not to link.
    if (!trip || (isLink && !tripOf(tab))) return setStep({ name: "leaving" });
    try {
      setStep(await (isLink ? link(trip) : finish(trip)));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === "link_required") {
        awaitLink(tab, trip, Date.now());
        return setStep({ name: "to_link" });
      }
      if (failure.kind !== "refused" && failure.code !== "identity_provider_unavailable") {
        return setStep({ name: "stuck", failure, isLink });
      }
      forgetTrip(tab);
      const text = REFUSALS[failure.code] ?? (isLink ? "social.not_linked_text" : "social.unconfirmed");
      setStep({ name: isLink ? "not_linked" : "failed", text });
    }
  };
}

const REFUSALS: Readonly<Record<string, SocialKey>> = {
  invalid_state: "social.expired",
  email_not_verified: "social.unverified",
  identity_in_use: "social.in_use",
  identity_provider_unavailable: "social.unavailable",
  account_blocked: "social.blocked",
};

function Working({ text, provider }: { text: SocialKey; provider: string }): ReactNode {
  const t = useTexts(socialTexts);
  return <p role="status">{t(text, { provider })}</p>;
}

function End({ title, text, provider, to }: { title: SocialKey; text: SocialKey; provider: string; to: string }): ReactNode {
  const t = useTexts(socialTexts);
  return (
    <div role="status" className="max-w-prose">
      <h2 className="text-2xl">{t(title, { provider })}</h2>
      <p className="mt-2 text-lg">{t(text, { provider })}</p>
      <a href={to} className="button mt-6">
        {t("social.continue")}
      </a>
    </div>
  );
}

function Terms({ onAccepted }: { onAccepted: () => void }): ReactNode {
  const t = useTexts(socialTexts);
  return (
    <>
      <p role="status" className="mb-5 text-lg">
        {t("social.terms")}
      </p>
      <NewTerms accepted={undefined} onAccepted={onAccepted} />
    </>
  );
}

function Stuck({ failure, onRetry }: { failure: Failure; onRetry: () => void }): ReactNode {
  const shop = useText();
  return (
    <ErrorNotice>
      <p>{describe(failure, shop)}</p>
      <button type="button" className="link mt-2" onClick={onRetry}>
        {shop("error.retry")}
      </button>
    </ErrorNotice>
  );
}

/** Says why, and offers every way to sign in. */
function Failed({ text, provider, returnTo }: { text: SocialKey; provider: string; returnTo: string }): ReactNode {
  const t = useTexts(socialTexts);
  return (
    <>
      {text === "social.missing" ? (
        <p className="mb-8">{t(text)}</p>
      ) : (
        <ErrorNotice className="mb-8 max-w-prose">{t(text, { provider })}</ErrorNotice>
      )}
      <Login returnTo={returnTo} />
    </>
  );
}

/** Whether somebody who has signed in elsewhere in the shop has an identity to link. */
export function useHasLink(): boolean {
  const { tab } = useServices();
  return isLinkable(tripOf(tab), Date.now());
}
