// Versions of the app on a host, one after another, as the build makes them: other names by the content, other checksums.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
const sha = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** A folder with the app as it was built; `next` puts another version in place of what is there, `end` removes it. */
export function host() {
  const folder = mkdtempSync(join(tmpdir(), "yoke-host-"));
  cpSync(DIST, folder, { recursive: true });
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const write = (name, text) => writeFileSync(join(folder, name), text);
  const names = () => readdirSync(folder).filter((name) => /^yoke-app-[0-9a-f]{16}\./.test(name));
  const lost = [];
  let version = 0;
  return {
    folder,
    /** The files that are named by their content. */
    names,
    /** Another version: only in the mark of its page and in the names of its files, none of which is as before. */
    next() {
      version += 1;
      const renamed = names().map((name) => [name, name.replace(/[0-9a-f]{16}/, (old) => createHash("sha256").update(old).digest("hex").slice(0, 16))]);
      const named = (text) => renamed.reduce((all, [from, to]) => all.replaceAll(from, to), text);
      for (const [from, to] of renamed) {
        renameSync(join(folder, from), join(folder, to));
        if (to.endsWith(".js")) write(to, named(read(to)));
      }
      const before = read("index.html");
      const scripts = (text) => [...text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => sha(code));
      let page = named(before).replace(/<html lang="en"[^>]*>/, `<html lang="en" data-version="${version}">`);
      const after = scripts(page);
      scripts(before).forEach((old, nth) => { page = page.replace(old, after[nth]); });
      write("index.html", page);
      const worker = named(read("sw.js"))
        .replace(/\["([^"]+)","sha256-[^"]+"\]/g, (_, name) => JSON.stringify([name, sha(readFileSync(join(folder, name === "./" ? "index.html" : name)))]))
        .replace(/(=")[0-9a-f]{16}(")/, (_, open, close) => `${open}${String(version).padStart(16, "0")}${close}`);
      write("sw.js", worker);
    },
    /** One file that does not come, as when a deploy stopped half way. */
    lose: (pattern) => {
      const name = readdirSync(folder).find((name) => pattern.test(name));
      lost.push([name, readFileSync(join(folder, name))]);
      rmSync(join(folder, name));
    },
    /** What was lost comes after all. */
    mend: () => lost.splice(0).forEach(([name, bytes]) => write(name, bytes)),
    end: () => rmSync(folder, { recursive: true }),
  };
}
