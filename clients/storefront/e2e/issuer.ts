// An identity provider: OpenID Connect with a code and PKCE, on this machine. Whoever is signed in at it is set by the test.

import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const CLIENT_ID = "stoa-shop";
const CLIENT_SECRET = "oidc-secret-of-the-shop";

/** What ID tokens say about a person. */
export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  family_name?: string;
}

interface Grant {
  redirect_uri: string;
  nonce: string;
  challenge: string;
  person: Person;
}

export class Issuer {
  /** Nobody: whoever comes does not go on. */
  person: Person | undefined;
  isBroken = false;
  /** Addresses that browsers came with. */
  readonly asked: URL[] = [];
  readonly #server: Server;
  readonly #grants = new Map<string, Grant>();
  readonly #keys = generateKeyPairSync("rsa", { modulusLength: 2048 });

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  static async start(): Promise<Issuer> {
    const issuer = new Issuer();
    await new Promise<void>((resolve) => issuer.#server.listen(0, "127.0.0.1", resolve));
    return issuer;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What a store adds to have its shoppers sign in here. */
  provider(name: string): object {
    return { name, issuer: this.url, client_id: CLIENT_ID, client_secret: CLIENT_SECRET };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.url);
    const json = (status: number, body: object): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    switch (`${request.method} ${url.pathname}`) {
      case "GET /.well-known/openid-configuration":
        return json(200, this.#configuration());
      case "GET /keys":
        return json(200, { keys: [{ ...this.#keys.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] });
      case "GET /authorize":
        return void response.writeHead(302, { location: this.#authorize(url) }).end();
      case "POST /token": {
        let form = "";
        for await (const part of request.setEncoding("utf8")) form += part as string;
        const token = this.isBroken ? undefined : this.#redeem(new URLSearchParams(form), request.headers.authorization);
        const given = { access_token: "unused", token_type: "Bearer", expires_in: 60, id_token: token };
        return token === undefined ? json(400, { error: "invalid_grant" }) : json(200, given);
      }
      default:
        return json(404, {});
    }
  }

  #configuration(): object {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      authorization_response_iss_parameter_supported: true,
    };
  }

  /** Where the browser goes on. */
  #authorize(url: URL): string {
    const asked = (name: string): string => url.searchParams.get(name) ?? "";
    this.asked.push(url);
    const fixed = ["response_type", "client_id", "code_challenge_method"].map(asked);
    assert.deepEqual(fixed, ["code", CLIENT_ID, "S256"]);
    const [redirect_uri, state] = [asked("redirect_uri"), asked("state")];
    const said = this.person ? { code: randomUUID() } : { error: "access_denied" };
    if (this.person && said.code) {
      this.#grants.set(said.code, { redirect_uri, nonce: asked("nonce"), challenge: asked("code_challenge"), person: this.person });
    }
    return `${redirect_uri}?${new URLSearchParams({ ...said, state, iss: this.url })}`;
  }

  /** The ID token for a code, once. */
  #redeem(form: URLSearchParams, authorization = ""): string | undefined {
    const code = form.get("code") ?? "";
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const credentials = Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString("base64");
    if (!grant || authorization !== `Basic ${credentials}` || form.get("redirect_uri") !== grant.redirect_uri) return undefined;
    const challenge = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
    if (challenge !== grant.challenge) return undefined;
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...grant.person, iss: this.url, aud: CLIENT_ID, iat: now, exp: now + 300, nonce: grant.nonce };
    const parts = [{ alg: "RS256", kid: "1", typ: "JWT" }, claims];
    const signed = parts.map((it) => Buffer.from(JSON.stringify(it)).toString("base64url")).join(".");
    return `${signed}.${sign("sha256", Buffer.from(signed), this.#keys.privateKey).toString("base64url")}`;
  }
}
