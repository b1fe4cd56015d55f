import interlink = require("interlink");

const engine: interlink.Engine = interlink.Engine.memory();
console.log(engine.requestJson('{"verify":{}}'));
engine.free();
