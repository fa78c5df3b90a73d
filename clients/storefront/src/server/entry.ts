// The globals that the server calls: JSON in, JSON out.

import "./polyfills.ts";
import type { PageData, PlanInput } from "../contract.ts";
import { plan } from "../shop/plan.ts";
import { render } from "./render.tsx";

Object.assign(globalThis, {
  plan: (json: string): string => JSON.stringify(plan(JSON.parse(json) as PlanInput)),
  render: (json: string): string => JSON.stringify(render(JSON.parse(json) as PageData)),
});
