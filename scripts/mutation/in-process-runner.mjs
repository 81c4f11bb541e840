/**
 * A test runner for Stryker that loads the tests once and runs them as plain functions, the fastest first: many times as
 * many mutants a minute as with its runner for Vitest, which starts a worker and loads the test files anew for each.
 * It holds for tests that keep nothing in variables of their files; those that do are left out below.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { createServer, createServerModuleRunner } from "vite";
import { expect } from "vitest";

/** Merged captures are judged by the same rooms. */
const ROOMS = ["tcp", "segments", "merge"];
/** It takes more time than most others together; what it would kill besides is not counted. */
const TOO_SLOW = new Set(["damaged-exchanges.test.ts"]);
const STORIES = ["same-story.test.ts", "text-cases.test.ts"];
/** Exchanges that the simulations try for each mutant; `npm test` tries hundreds. */
process.env["SYNFIN_EXCHANGES"] ??= "150";
/** Stryker runs this in the copy of the project that holds the mutants. */
const language = fileURLToPath(new URL("test-language.mjs", import.meta.url));

class InProcessRunner {
  #space = (globalThis["__stryker__"] ??= {});
  #tests = new Map();
  #times = new Map();
  #server;
  #modules;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#server = await createServer({
      configFile: false,
      logLevel: "error",
      appType: "custom",
      resolve: { alias: [{ find: /^vitest$/u, replacement: language }] },
      server: { middlewareMode: true, watch: null, ws: false, hmr: false },
      optimizeDeps: { noDiscovery: true },
    });
    this.#modules = createServerModuleRunner(this.#server.environments.ssr, { hmr: false });
  }

  /** Evaluates every module again, with the active mutant if one is active. */
  async #load() {
    this.#modules.clearCache();
    this.#tests.clear();
    for (const file of testFiles()) {
      const tests = [];
      globalThis.testsToBeMutated = { expect, tests };
      await this.#modules.import(`/${file}`);
      for (const [index, test] of tests.entries()) {
        const id = `${file} ${index} ${test.name}`;
        this.#tests.set(id, { id, name: `${file} ${test.name}`, run: test.run });
      }
    }
  }

  async dryRun() {
    this.#space.activeMutant = undefined;
    await this.#load();
    const results = [];
    for (const test of this.#tests.values()) results.push(await this.#run(test));
    const failed = results.find(({ failureMessage }) => failureMessage !== undefined);
    if (failed) return { status: "error", errorMessage: `${failed.name}: ${failed.failureMessage}` };
    return { status: "complete", tests: results, mutantCoverage: this.#space.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    Object.assign(this.#space, { hitCount: 0, hitLimit, activeMutant: undefined });
    try {
      if (mutantActivation === "static") this.#space.activeMutant = activeMutant.id;
      if (mutantActivation === "static" || this.#tests.size === 0) await this.#load();
      this.#space.activeMutant = activeMutant.id;
      return await this.#judge(testFilter ?? [...this.#tests.keys()]);
    } catch (error) {
      return killed([], error, 0);
    } finally {
      this.#space.activeMutant = undefined;
      if (mutantActivation === "static") this.#tests.clear();
    }
  }

  async #judge(ids) {
    for (const [index, id] of this.#fastestFirst(ids).entries()) {
      const test = this.#tests.get(id);
      // A mutant that is there while the files are read can take tests away.
      if (test === undefined) return killed([id], "the test is not there", index + 1);
      const { failureMessage } = await this.#run(test);
      if (this.#space.hitCount > this.#space.hitLimit) return { status: "timeout" };
      if (failureMessage !== undefined) return killed([id], failureMessage, index + 1);
    }
    return { status: "survived", nrOfTests: ids.length };
  }

  #fastestFirst(ids) {
    const time = (id) => this.#times.get(id) ?? 0;
    return ids.toSorted((one, other) => time(one) - time(other));
  }

  async #run({ id, name, run }) {
    this.#space.currentTestId = id;
    const start = performance.now();
    const failureMessage = await failureOf(run);
    this.#space.currentTestId = undefined;
    const timeSpentMs = performance.now() - start;
    this.#times.set(id, Math.max(timeSpentMs, this.#times.get(id) ?? 0));
    if (failureMessage === undefined) return { id, name, timeSpentMs, status: 0 };
    return { id, name, timeSpentMs, status: 1, failureMessage };
  }

  async dispose() {
    await this.#modules?.close();
    await this.#server?.close();
  }
}

function testFiles() {
  const inRooms = ROOMS.flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true })
      .filter((name) => name.endsWith(".test.ts") && !TOO_SLOW.has(name))
      .map((name) => `src/${room}/${name}`),
  );
  return [...inRooms, ...STORIES.map((name) => `src/testing/${name}`)];
}

async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

function killed(killedBy, failure, nrOfTests) {
  return { status: "killed", killedBy, failureMessage: String(failure?.message ?? failure), nrOfTests };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
