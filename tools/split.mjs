// Splits the slimmed module into what the start needs and what comes after it, both packed; and sees to it that what a browser
// puts together of them is the module. tools/start.txt names the functions of the start; `node tools/start.mjs` writes it.
import { readFileSync } from "node:fs";
import { fill } from "../public/forecast.js";
import { unpack } from "../public/unpack.js";
import { inOnePiece, withoutLater } from "./data.mjs";
import { packRest } from "./forecast.mjs";
import { namesOf, sortFunctions } from "./order.mjs";
import { pack } from "./pack.mjs";
import { share } from "./share.mjs";
import { CUSTOM, leb } from "./wasm.mjs";

/** The section of the whole module with the style sheet that comes later. */
const STYLE = "style";

/** The module with a text in a section of its own, behind everything else. */
const withSection = (module, name, text) => {
  const content = Buffer.from([...leb(name.length), ...Buffer.from(name + text)]);
  return Buffer.concat([module, Buffer.from([CUSTOM, ...leb(content.length)]), content]);
};

/** The only function that looks into the texts that come later. */
const READER = "<yoke_app::training::words::Words>::part";

/** The names of the functions that the start needs. */
const startNames = () => new Set(readFileSync(new URL("start.txt", import.meta.url), "utf8").split("\n"));

/** Both parts of a module, with the style sheet that comes later, what it is given, the name of its memory among that, and where
 * its data stands; see public/load.js. */
export function split(named, built, style) {
  const names = startNames();
  if (names.has(READER) || !namesOf(named).includes(READER)) throw new Error(`${READER} is to be a function of its own that comes later`);
  const sorted = sortFunctions(named, names);
  const { module: shared, places, ...more } = share(sorted.module, sorted.early);
  const { module: app, data } = inOnePiece(shared);
  const module = withSection(app, STYLE, style);
  const emptied = withSection(withoutLater(app, sorted.early, built), STYLE, "\0".repeat(style.length));
  const start = pack(module, sorted.early, places, emptied);
  const rest = packRest(module, sorted.early, emptied);
  const parts = unpack(Uint8Array.from(start));
  if (!WebAssembly.validate(parts.start)) throw new Error("what the start needs is no module");
  for (const _ of fill(Uint8Array.from(rest), parts));
  if (!Buffer.from(parts.whole).equals(module)) throw new Error("the packed module does not unpack to what it was");
  return { start, rest, data, style: STYLE, ...more };
}
