/* sentiment.js FILE.jsonl [scores]: the npm package `sentiment` on each record's text. Prints the CPU milliseconds an
 * article, start-up and a first record left out; with `scores`, one score a line instead. NODE_PATH says where it is. */
const fs = require("fs");
const Sentiment = require("sentiment");
const texts = fs.readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line).text);
const sentiment = new Sentiment();
sentiment.analyze(texts[0]);
const begin = process.cpuUsage();
const scores = texts.map((text) => sentiment.analyze(text).comparative);
const used = process.cpuUsage(begin);
console.log(process.argv[3] === "scores" ? scores.join("\n") : (used.user + used.system) / 1000 / texts.length);
