// Logs KILLS sets (200) through the page in ENGINE (Chromium; or Firefox, WebKitGTK), kills the whole browser right after each
// tick, and prints how many were there after the restart. Fails if one was not.
import { ENGINES, serve } from "../e2e/support/engines.mjs";
import { figure, killed } from "../e2e/support/kills.mjs";

const count = Number(process.env.KILLS ?? 200);
const wanted = process.env.ENGINE ?? "Chromium";
const engine = ENGINES.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
if (!engine) throw new Error(`ENGINE is one of ${ENGINES.map(({ name }) => name).join(", ")}`);
const lack = engine.missing();
if (lack) throw new Error(lack);

const { url, stop } = await serve();
const begun = Date.now();
const tell = ({ kept, delays }) => delays.length % 20 === 0 && console.error(`${kept} of ${delays.length} so far`);
const result = await killed(engine, count, url, tell);
const seconds = (Date.now() - begun) / 1000;
console.log(`${figure(engine, count, result)}; ${(seconds / count).toFixed(1)} s a kill, ${(seconds / 60).toFixed(1)} min in all`);
await stop();
process.exitCode = result.kept === count ? 0 : 1;
