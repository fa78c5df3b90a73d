// npm run dev: builds, serves, and builds again when a source changes.
//
//   STOA_API     where the API is, http://127.0.0.1:8080 unless set
//   STRIPE_JS    URL of Stripe's script or of the simulator's stand-in
//   PORT         8090 unless set

import { watch } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll } from "../build/build.mjs";
import { startServer } from "./server.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { STOA_API = "http://127.0.0.1:8080", STRIPE_JS, STRIPE_FILE, STRIPE_SIM, PORT = "8090" } = process.env;

await buildAll();
const server = await startServer({
  dist: join(root, "dist"),
  port: Number(PORT),
  api: STOA_API,
  stripeScript: STRIPE_JS,
  stripeFile: STRIPE_FILE,
  stripe: STRIPE_SIM,
});
console.log(`http://aurora.localhost:${server.port}  http://meridian.localhost:${server.port}`);

let timer;
for (const folder of ["src", "../packages/sdk/src"]) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, 150);
  });
}

async function rebuild() {
  try {
    await buildAll({ isQuiet: true });
    await server.reload();
    console.log("built");
  } catch (error) {
    console.error(error.message);
  }
}
