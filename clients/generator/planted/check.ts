// Types of what was planted, and that it arrives. Placed beside the tests of the package.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Storefront } from "../dist/index.js";
import { startMock, type Mock } from "./mock.ts";
import { play } from "./play.ts";
import { readScenarios } from "./scenarios.ts";

test("a union is sent and returned", async () => {
  let sent: unknown;
  const answer = { wraps: [{ kind: "box", color: "red", size: 2 }, { kind: "ribbon" }] };
  const fetch = async (url: string, init: RequestInit) => {
    sent = [url, JSON.parse(init.body as string)];
    return Response.json(answer);
  };
  const shop = new Storefront({ host: "shop.example", fetch });
  const order = await shop.plant({ id: "a", from: "b", body: { kind: "paper", color: "blue" } });

  assert.deepEqual(sent, ["https://shop.example/storefront/v1/planted/a?from=b", { kind: "paper", color: "blue" }]);
  const [first] = order.wraps;
  assert(first?.kind === "box");
  const size: number | undefined = first.size;
  assert.equal(size, 2);
  assert(!("followPlantedLink" in shop));
});

describe("scenarios of what was planted", { concurrency: 8 }, () => {
  let mock: Mock;
  before(async () => {
    mock = await startMock();
  });
  after(() => mock.stop());

  const planted = readScenarios().filter((it) => it.planted);
  assert(planted.length >= 14);
  for (const scenario of planted) test(scenario.name, () => play(mock, scenario));
});
