import { Engine, init } from "interlink";
import { Checker, init as initChecks } from "interlink/check";

onmessage = async ({ data }) => {
  await init();
  const engine = Engine.memory();
  const answer = engine.requestJson(data);
  engine.free();
  await initChecks();
  try {
    new Checker(answer);
  } catch ({ code }) {
    postMessage(`${answer}${code}`);
  }
};
