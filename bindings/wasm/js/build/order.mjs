// Names every function of a module by its place in an order in which alike ones lie close together, where a compressor
// sees both. `wasm-opt --reorder-functions-by-name` then puts them there. Only the order changes, never what is done.
//
//     node order.mjs IN.wasm OUT.wasm

import { readFileSync, writeFileSync } from "node:fs";

/** How far back gzip looks, less the function that is being compressed. */
const WINDOW = 31 * 1024;
/** Two functions are alike in so far as they share runs of so many bytes. */
const RUN = 6;
/** A run that so many functions have tells none of them apart. */
const COMMON = 120;

const CODE = 10;
const IMPORT = 2;
const FUNCTION_IMPORT = 0;

/** Reads a module from a place on. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }
  take(length) {
    const from = this.at;
    this.at += length;
    return this.bytes.subarray(from, this.at);
  }
}

function leb(number) {
  const bytes = [];
  do {
    bytes.push((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
    number >>>= 7;
  } while (number > 0);
  return bytes;
}

/** The sections of a module by their numbers; those that are custom are left out. */
function sections(module) {
  const reader = new Reader(module, 8);
  const found = new Map();
  while (reader.at < module.length) {
    const [id] = reader.take(1);
    const body = reader.take(reader.number());
    if (id !== 0) found.set(id, body);
  }
  return found;
}

function importedFunctions(section) {
  if (section === undefined) return 0;
  const reader = new Reader(section);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.take(reader.number());
    reader.take(reader.number());
    const [kind] = reader.take(1);
    if (kind !== FUNCTION_IMPORT) throw new Error("the library imports functions and nothing else");
    reader.number();
    functions++;
  }
  return functions;
}

function bodies(section) {
  const reader = new Reader(section);
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}

/** The runs of each function, by number, without those that tell nothing apart. */
function runsOf(functions) {
  const numbers = new Map();
  const holders = [];
  functions.forEach((body, at) => {
    for (let from = 0; from + RUN <= body.length; from++) {
      const run = String.fromCharCode(...body.subarray(from, from + RUN));
      let number = numbers.get(run);
      if (number === undefined) numbers.set(run, (number = holders.push([]) - 1));
      const held = holders[number];
      if (held.at(-1) !== at) held.push(at);
    }
  });
  const runs = functions.map(() => []);
  holders.forEach((held, number) => {
    if (held.length > 1 && held.length <= COMMON) held.forEach((at) => runs[at].push(number));
  });
  return { runs, holders };
}

/** Goes on, from the longest function, with the one that has most in common with what the compressor still sees. */
function order(functions) {
  const { runs, holders } = runsOf(functions);
  const inSight = new Uint32Array(holders.length);
  const shared = new Int32Array(functions.length);
  const left = new Set(functions.keys());
  const see = (at, change) => {
    for (const run of runs[at]) {
      const before = inSight[run];
      inSight[run] += change;
      if ((before === 0) !== (inSight[run] === 0)) for (const holder of holders[run]) shared[holder] += change;
    }
  };
  const sequence = [];
  let behind = 0;
  let seen = 0;
  let next = functions.reduce((longest, body, at) => (body.length > functions[longest].length ? at : longest), 0);
  while (next !== undefined) {
    left.delete(next);
    sequence.push(next);
    see(next, 1);
    seen += functions[next].length;
    while (seen > WINDOW && behind < sequence.length - 1) {
      see(sequence[behind], -1);
      seen -= functions[sequence[behind++]].length;
    }
    let best = -1;
    next = undefined;
    for (const at of left) {
      const worth = shared[at] / (functions[at].length + 16) ** 0.7;
      if (worth > best) [best, next] = [worth, at];
    }
  }
  return sequence;
}

function nameSection(imported, sequence) {
  const names = new Array(sequence.length);
  sequence.forEach((at, place) => (names[at] = String(place).padStart(6, "0")));
  const entries = names.flatMap((name, at) => [...leb(imported + at), name.length, ...Buffer.from(name)]);
  const map = [...leb(names.length), ...entries];
  const body = [4, ...Buffer.from("name"), 1, ...leb(map.length), ...map];
  return Buffer.from([0, ...leb(body.length), ...body]);
}

const [input, output] = process.argv.slice(2);
const module = readFileSync(input);
const found = sections(module);
const sequence = order(bodies(found.get(CODE)));
writeFileSync(output, Buffer.concat([module, nameSection(importedFunctions(found.get(IMPORT)), sequence)]));
