// Plays scenarios to the clients' tests. `node server.mjs` prints its address and serves until it is stopped, or until
// its standard input ends, so that it never outlives the test that started it.
//
//   /play/SCENARIO/RUN/…   is the API of one run: answers with the scenario's responses, one after the other
//   /seen/SCENARIO/RUN     what the run has sent, as JSON

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { sampleOf } from "./sample.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const document = JSON.parse(readFileSync(join(here, "../../openapi/stoa.json"), "utf8"));
const { scenarios } = JSON.parse(readFileSync(join(here, "scenarios.json"), "utf8"));
const seen = new Map();

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const [, what, name, run] = request.url.split("/");
    const key = `${name}/${run}`;
    const requests = seen.get(key) ?? [];
    if (what === "seen") {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(requests));
      return;
    }
    const scenario = scenarios.find((it) => it.name === decodeURIComponent(name));
    const step = scenario?.responses[requests.length];
    const body = Buffer.concat(chunks);
    requests.push({
      at_ms: Date.now(),
      method: request.method,
      path: request.url.slice(`/play/${key}`.length),
      headers: request.headers,
      body: body.toString(),
      // What is no text.
      body_base64: body.toString("base64"),
    });
    seen.set(key, requests);
    // One request too many: no client retries a 418, and no scenario expects it.
    play(step ?? { status: 418, text: "the scenario has no further response" }, response);
  });
});

function play(step, response) {
  if (step.fault === "drop") {
    response.destroy();
    return;
  }
  const { status = 200, headers = {}, delay_ms = 0 } = step;
  const body = bodyOf(step);
  const isProblem = status >= 400 && step.json !== undefined;
  const type = step.text === undefined ? `application/${isProblem ? "problem+json" : "json"}` : "text/html";
  setTimeout(() => {
    response.writeHead(status, {
      ...(body && { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }),
      ...headers,
    });
    if (step.fault === "break") {
      response.write(body.slice(0, body.length / 2), () => response.destroy());
    } else {
      response.end(body);
    }
  }, delay_ms);
}

function bodyOf(step) {
  if (step.text !== undefined) return step.text;
  // With its type among the headers.
  if (step.file_base64 !== undefined) return Buffer.from(step.file_base64, "base64");
  if (step.like) return JSON.stringify(sampleOf(document, step.like, step.json));
  return step.json === undefined ? "" : JSON.stringify(step.json);
}

process.stdin.resume().on("end", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
