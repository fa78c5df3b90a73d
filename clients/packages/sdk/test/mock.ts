// Starts the server that plays the scenarios, which all clients share.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("../../../conformance/server.mjs", import.meta.url));

export interface SeenRequest {
  at_ms: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  body_base64: string;
}

export interface Mock {
  address: string;
  stop: () => void;
}

export async function startMock(): Promise<Mock> {
  const child = spawn(process.execPath, [SERVER], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { address: line.toString().trim(), stop: () => child.stdin.end() };
}

let runs = 0;

/** The address of one run of a scenario, and a way to see what it has sent. */
export function startRun(mock: Mock, scenario: string): { baseUrl: string; seen: () => Promise<SeenRequest[]> } {
  runs += 1;
  const key = `${encodeURIComponent(scenario)}/${process.pid}-${runs}`;
  return {
    baseUrl: `${mock.address}/play/${key}`,
    seen: async () => (await (await fetch(`${mock.address}/seen/${key}`)).json()) as SeenRequest[],
  };
}
