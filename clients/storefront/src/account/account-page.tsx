// The account: what visitors see of it, and what those who signed in do.

import { useEffect, useSyncExternalStore, type ReactNode } from "react";
import { useServices, useShop, useText, useTexts } from "../shop/context.ts";
import { param } from "../shop/query.ts";
import { ACCOUNT_VIEWS, href, type AccountView } from "../shop/route.ts";
import { Addresses } from "./addresses.tsx";
import { Consents } from "./consents.tsx";
import { OwnOrder, OwnOrders } from "./orders.tsx";
import { ConfirmEmail, UndoEmail } from "./email.tsx";
import { ForgotPassword, ResetPassword } from "./password.tsx";
import { Profile } from "./profile.tsx";
import { Sessions } from "./sessions.tsx";
import { Login, SignUp, VerifyEmail } from "./sign-in.tsx";
import { SignInMethods } from "./methods.tsx";
import { SocialSignIn, useHasLink } from "./social.tsx";
import { accountTexts } from "./texts.ts";

type View = AccountView | "order";

const PUBLIC: readonly View[] = ["login", "signup", "social", "verify-email", "confirm-email", "undo-email", "forgot-password", "reset-password"];

export function AccountPage({ view, orderId }: { view: View; orderId?: string }): ReactNode {
  const { session } = useServices();
  const { navigate, location } = useShop();
  const isSignedIn = useSyncExternalStore(session.subscribe, session.isSignedIn);
  const isPublic = PUBLIC.includes(view);
  const hasLink = useHasLink();
  // A word and not a path: no link can lead to another place from here.
  const returnTo = view === "login" && param(location.query, "to", /^checkout$/) ? "/checkout" : undefined;
  const isPassed = view === "login" || view === "signup";
  const target = hasLink && view !== "social" ? "/account/social" : isPassed ? (returnTo ?? "/account") : undefined;
  const leaves = isSignedIn && target !== undefined;
  useEffect(() => {
    if (leaves) navigate(target, { replace: true });
  }, [leaves, target, navigate]);
  if (leaves) return null;
  if (!isSignedIn && !isPublic) {
    return (
      <Frame view="login">
        <Login />
      </Frame>
    );
  }
  return <Frame view={view}>{viewOf(view, orderId, returnTo)}</Frame>;
}

function viewOf(view: View, orderId = "", returnTo?: string): ReactNode {
  switch (view) {
    case "overview":
      return <Overview />;
    case "login":
      return <Login returnTo={returnTo} />;
    case "signup":
      return <SignUp />;
    case "social":
      return <SocialSignIn />;
    case "verify-email":
      return <VerifyEmail />;
    case "confirm-email":
      return <ConfirmEmail />;
    case "undo-email":
      return <UndoEmail />;
    case "forgot-password":
      return <ForgotPassword />;
    case "reset-password":
      return <ResetPassword />;
    case "orders":
      return <OwnOrders />;
    case "order":
      return <OwnOrder id={orderId} />;
    case "addresses":
      return <Addresses />;
    case "sessions":
      return <Sessions />;
    case "sign-in-methods":
      return <SignInMethods />;
    case "consents":
      return <Consents />;
    case "profile":
      return <Profile />;
  }
}

function Frame({ view, children }: { view: View; children: ReactNode }): ReactNode {
  const shop = useText();
  const isOwn = !PUBLIC.includes(view);
  const title = view === "order" ? shop("order.title") : view === "overview" ? shop("account.title") : shop(`account.${view}.title`);
  return (
    <div className="wrap min-h-[60vh] py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {title}
      </h1>
      {isOwn && <Menu view={view} />}
      <div className="mt-8">{children}</div>
    </div>
  );
}

function Menu({ view }: { view: View }): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const { session } = useServices();
  const { navigate } = useShop();
  const own = ACCOUNT_VIEWS.filter((it) => !PUBLIC.includes(it));
  return (
    <nav aria-label={t("account.menu")} className="no-print mt-4 border-b border-line pb-2">
      <ul className="scroll-row flex sm:flex-wrap items-center gap-x-6">
        {own.map((it) => (
          <li key={it}>
            <a
              href={href({ page: "account", view: it })}
              aria-current={it === view ? "page" : undefined}
              className="nav-link inline-block py-2"
            >
              {it === "overview" ? t("account.overview") : shop(`account.${it}.title`)}
            </a>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="link py-2"
            onClick={() => {
              void session.end();
              navigate("/");
            }}
          >
            {t("account.sign_out")}
          </button>
        </li>
      </ul>
    </nav>
  );
}

function Overview(): ReactNode {
  const t = useTexts(accountTexts);
  const shop = useText();
  const tiles = [
    { view: "orders", text: t("account.overview_orders") },
    { view: "addresses", text: t("account.overview_addresses") },
    { view: "profile", text: t("account.overview_profile") },
    { view: "sessions", text: t("account.overview_sessions") },
    { view: "sign-in-methods", text: t("account.overview_methods") },
    { view: "consents", text: t("account.overview_consents") },
  ] as const;
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {tiles.map(({ view, text }) => (
        <li key={view}>
          <a href={href({ page: "account", view })} className="panel block h-full hover:underline">
            <span className="font-heading text-xl">{shop(`account.${view}.title`)}</span>
            <span className="mt-1 block text-muted">{text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
