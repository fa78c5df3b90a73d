// Runs every scenario that all clients must pass.

import { after, before, describe, test } from "node:test";

import { startMock, type Mock } from "./mock.ts";
import { play } from "./play.ts";
import { readScenarios } from "./scenarios.ts";

describe("conformance", { concurrency: 8 }, () => {
  let mock: Mock;
  before(async () => {
    mock = await startMock();
  });
  after(() => mock.stop());

  for (const scenario of readScenarios().filter((it) => !it.planted)) {
    test(scenario.name, () => play(mock, scenario));
  }
});
