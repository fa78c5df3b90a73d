// Reaches `http://shop.localhost:8080` from Node. By RFC 6761 every name below `localhost` is this machine, and browsers
// and curl know it; Node asks the system's resolver, which often does not, and its `fetch` sends no other `Host`.

import type { Transport } from "./options.ts";

interface NodeHttp {
  request(
    options: object,
    onResponse: (response: NodeResponse) => void,
  ): { on(event: "error", listener: (error: Error) => void): void; end(body?: string | Uint8Array): void };
}

interface NodeResponse extends AsyncIterable<Uint8Array> {
  statusCode: number;
  rawHeaders: string[];
}

/** The global `fetch`, except for names below `localhost` in Node. */
export function transportFor(url: string): Transport {
  if (/^http:\/\/[^/:]+\.localhost(?=[:/])/.test(url)) {
    const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
    // Not an import: bundlers for browsers would look for the module.
    const http = process?.getBuiltinModule?.("node:http") as NodeHttp | undefined;
    if (http) return (to, init) => send(http, to, init);
  }
  return (to, init) => fetch(to, init);
}

async function send(http: NodeHttp, to: string, init: RequestInit): Promise<Response> {
  const url = new URL(to);
  const { method, headers, body, signal } = init;
  const options = {
    host: "127.0.0.1",
    port: url.port || 80,
    path: url.pathname + url.search,
    method,
    headers: { ...(headers as Record<string, string>), Host: url.host },
    signal,
  };
  // What `fetch` takes as a body is more than Node's requests do.
  const sent = typeof body === "string" ? body : new Uint8Array(await new Response(body ?? null).arrayBuffer());
  return new Promise((resolve, reject) => {
    const request = http.request(options, (response) => {
      read(response).then(resolve, reject);
    });
    request.on("error", reject);
    if (sent.length > 0) request.end(sent);
    else request.end();
  });
}

async function read(response: NodeResponse): Promise<Response> {
  const headers = new Headers();
  for (let at = 0; at + 1 < response.rawHeaders.length; at += 2) {
    headers.append(response.rawHeaders[at]!, response.rawHeaders[at + 1]!);
  }
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response) text += decoder.decode(chunk, { stream: true });
  text += decoder.decode();
  const { statusCode: status } = response;
  // A `Response` refuses a body, even an empty one, with these.
  return new Response(status === 204 || status === 304 ? null : text, { status, headers });
}
