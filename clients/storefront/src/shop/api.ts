// The API on the shop's own host.

import type { Reply } from "../contract.ts";
import {
  ApiError,
  Storefront,
  type AcceptedInvitation,
  type ApiPromise,
  type InvitationAcceptance,
  type StaffAddress,
  type StaffPasswordReset,
} from "../sdk.ts";
import { isCatalogue } from "./requests.ts";

export class Api extends Storefront {
  /** Any GET request, as pages name theirs; refusals are answers too. A member of customer groups says who it is. */
  async get(path: string, asMember = false): Promise<Reply> {
    try {
      const takesToken = asMember && isCatalogue(path);
      const { data, status } = await this.call<unknown>({ method: "GET", path, takesToken }, {}).withResponse();
      return { status, body: data };
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, body: error.problem };
      throw error;
    }
  }

  // The pages for staff: without the shopper's sign-in, since the link's token is enough.

  acceptInvitation(acceptance: InvitationAcceptance): ApiPromise<AcceptedInvitation> {
    return this.call({ method: "POST", path: "/admin/v1/staff-invitations/accept", body: "fields" }, acceptance);
  }

  forgotStaffPassword(address: StaffAddress): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/auth/forgot-password", body: "fields" }, address);
  }

  resetStaffPassword(reset: StaffPasswordReset): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/auth/reset-password", body: "fields" }, reset);
  }
}
