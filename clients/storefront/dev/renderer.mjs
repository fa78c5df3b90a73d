// Runs dist/render.js in QuickJS, as the server does.

import { readFileSync } from "node:fs";
import { getQuickJS } from "quickjs-emscripten";

export async function loadRenderer(file) {
  const engine = await getQuickJS();
  const vm = engine.newContext();
  vm.unwrapResult(vm.evalCode(readFileSync(file, "utf8"), "render.js")).dispose();
  const call = (name, input) => {
    const [fn, argument] = [vm.getProp(vm.global, name), vm.newString(JSON.stringify(input))];
    try {
      const result = vm.unwrapResult(vm.callFunction(fn, vm.undefined, argument));
      const text = vm.getString(result);
      result.dispose();
      return JSON.parse(text);
    } finally {
      fn.dispose();
      argument.dispose();
    }
  };
  return {
    plan: (input) => call("plan", input),
    render: (input) => call("render", input),
    dispose: () => vm.dispose(),
  };
}
