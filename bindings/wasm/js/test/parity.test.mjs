// Random commands, answered by this build and by the one for this machine. INTERLINK_PARITY is the program that says what
// the latter answers; PARITY_SEED and PARITY_COMMANDS choose others.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";

import { Engine } from "interlink";

const program = process.env.INTERLINK_PARITY;
const seed = process.env.PARITY_SEED ?? String(Date.now());
const commands = process.env.PARITY_COMMANDS ?? "100000";

test(`${commands} random commands from seed ${seed} are answered as natively`, { skip: program ? false : "INTERLINK_PARITY is not set" }, async () => {
  console.log(`PARITY_SEED=${seed} PARITY_COMMANDS=${commands}`);
  const native = spawn(program, [seed, commands], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => native.on("close", resolve));
  let engine;
  let request;
  const counted = { requests: 0, refused: 0 };
  for await (const line of createInterface({ input: native.stdout })) {
    if (line === "world") {
      engine?.free();
      engine = Engine.memory();
    } else if (line.startsWith("> ")) {
      request = line.slice(2);
    } else {
      const answer = line.slice(2);
      assert.equal(engine.requestJson(request), answer, `seed ${seed}: ${request}`);
      counted.requests += 1;
      counted.refused += answer.startsWith('{"problem"') ? 1 : 0;
    }
  }
  engine?.free();
  assert.equal(await ended, 0);
  assert.ok(counted.requests >= Number(commands), JSON.stringify(counted));
  assert.ok(counted.refused * 20 > counted.requests && counted.refused * 20 < counted.requests * 19, JSON.stringify(counted));
  console.log(`${counted.requests} requests, ${counted.refused} of them refused, all answered as natively`);
});
