import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin, Rolldown } from "vite";

type Output = Rolldown.OutputAsset | Rolldown.OutputChunk;

/** The file with the text of every licence, which the help sheet links to. */
export const LICENCE_FILE = "licences.txt";

/** Folders of the packages in the worker, which is built before the page. */
const ofWorker = new Set<string>();

/** Notes the packages whose code ships in the worker, for {@link licenceList}. */
export function licencesOfWorker(): Plugin {
  return {
    name: "licences-of-worker",
    generateBundle: (_, bundle) => {
      for (const folder of foldersIn(Object.values(bundle))) ofWorker.add(folder);
    },
  };
}

/** Writes the licences of the packages whose code ships into {@link LICENCE_FILE}. A package without one fails. */
export function licenceList(ownLicence: string): Plugin {
  return {
    name: "licence-list",
    apply: "build",
    generateBundle(_, bundle) {
      const folders = new Set([...ofWorker, ...foldersIn(Object.values(bundle))]);
      const texts = [...folders].toSorted().map((folder) => licenceOf(folder));
      const own = readFileSync(ownLicence, "utf8");
      this.emitFile({
        type: "asset",
        fileName: LICENCE_FILE,
        source: [`Synfin\n\n${own}`, ...texts].join(RULE),
      });
    },
  };
}

const RULE = `\n\n${"-".repeat(72)}\n\n`;

/** The folders of the packages whose modules are in a build. */
function foldersIn(outputs: readonly Output[]): string[] {
  const modules = outputs.flatMap((output) => (output.type === "chunk" ? Object.keys(output.modules) : []));
  return [...new Set(modules.map(packageFolder))].filter((folder) => folder !== null);
}

/** `…/node_modules/d3-scale/src/linear.js` → `…/node_modules/d3-scale`; null for the project's own modules. */
function packageFolder(id: string): string | null {
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(
    id.replace(/^\0/u, "").replace(/\?.*$/u, ""),
  );
  return found && existsSync(join(found[0], "package.json")) ? found[0] : null;
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const file = readdirSync(folder).find((each) => /^licen[cs]e/iu.test(each));
  if (license === undefined || file === undefined) {
    throw new Error(`${name} in ${dirname(folder)} names no licence: it cannot ship`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
