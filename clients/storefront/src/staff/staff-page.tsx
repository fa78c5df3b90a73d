// Pages that letters to staff lead to. The console itself is another program.

import type { ReactNode } from "react";
import { useText } from "../shop/context.ts";
import type { StaffView } from "../shop/route.ts";
import { StaffInvitation } from "./invitation.tsx";
import { StaffForgotPassword, StaffResetPassword } from "./password.tsx";

export function StaffPage({ view }: { view: StaffView }): ReactNode {
  const shop = useText();
  return (
    <div className="wrap min-h-[60vh] py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {shop(`staff.${view}.title`)}
      </h1>
      <div className="mt-8">{viewOf(view)}</div>
    </div>
  );
}

function viewOf(view: StaffView): ReactNode {
  switch (view) {
    case "invitation":
      return <StaffInvitation />;
    case "forgot-password":
      return <StaffForgotPassword />;
    case "reset-password":
      return <StaffResetPassword />;
  }
}
