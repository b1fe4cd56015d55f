import { Engine, init } from "interlink";

onmessage = async ({ data }) => {
  await init();
  const engine = Engine.memory();
  postMessage(engine.requestJson(data));
  engine.free();
};
