import { Random } from "../random.ts";
import { type CheckDepth, checkInput } from "./check-input.ts";
import { checkLink, hostileLink } from "./hostile-link.ts";
import { makeInput } from "./make-input.ts";
import { type FormedSeed, formedSeed, FUZZED_FORMS, type FuzzedForm, type Seed } from "./seed.ts";

/** Milliseconds that an input may take, and what an octet of it adds; more is a hang in the making. */
const PATIENCE = 200;
const PATIENCE_AN_OCTET = 0.02;

const MOST_SLICES = 2000;

/** An input that broke something. */
export interface Failure {
  /** The number of the input: `--seed` and it make the same input again. */
  readonly input: number;
  readonly form: FuzzedForm | "link";
  readonly seedName: string;
  readonly octets: Uint8Array;
  readonly problem: string;
}

/** Makes inputs from seeds by number and checks them: the same number makes the same input. */
export class Fuzzer {
  private readonly seeds: ReadonlyMap<FuzzedForm, readonly FormedSeed[]>;
  private readonly forms: readonly FuzzedForm[];
  private readonly seed: number;

  /** @param seed of the random numbers, 0..2³²−1 */
  constructor(seeds: readonly Seed[], seed: number) {
    this.seed = seed;
    this.seeds = byForm(seeds.map(formedSeed));
    this.forms = FUZZED_FORMS.filter((form) => this.seeds.has(form));
  }

  /** Makes and checks one input; null if nothing is wrong. */
  async check(input: number): Promise<Failure | null> {
    const random = new Random(Math.imul(this.seed, 0x9e3779b1) + Math.imul(input, 0x85ebca6b));
    const turn = input % (this.forms.length + 1);
    if (turn === this.forms.length) return checkHostileLink(input, random);
    const form = this.forms[turn] ?? "text";
    const [seed, other] = [this.pick(form, random), this.pick(form, random)];
    const octets = makeInput(seed, other, random);
    const problem = await problemOf(octets, depthOf(octets, random));
    return problem === null ? null : { input, form, seedName: seed.name, octets, problem };
  }

  private pick(form: FuzzedForm, random: Random): FormedSeed {
    const seeds = this.seeds.get(form) ?? [];
    const seed = seeds[random.below(seeds.length)];
    if (!seed) throw new RangeError(`no seed of the form ${form}`);
    return seed;
  }
}

async function checkHostileLink(input: number, random: Random): Promise<Failure | null> {
  const hostile = await hostileLink(random);
  const problem = await problemIn(hostile.link.length, async () => {
    const { fault } = await checkLink(hostile);
    if (fault !== null) throw new Error(fault);
  });
  const octets = new TextEncoder().encode(hostile.link);
  return problem === null ? null : { input, form: "link", seedName: "golden links", octets, problem };
}

function depthOf(octets: Uint8Array, random: Random): CheckDepth {
  const isSliced = random.chance(0.1);
  const isCut = random.chance(0.1);
  // Every slice of a gzip stream costs the inflater a turn: not more than so many.
  const shortest = Math.ceil(octets.length / MOST_SLICES);
  return {
    sliceLength: isSliced ? shortest + random.below(random.chance(0.5) ? 40 : 1000) : null,
    prefixLength: isCut ? random.below(octets.length + 1) : null,
  };
}

/** What is wrong with how an input is read, in words; null if nothing is. */
export function problemOf(octets: Uint8Array, depth: CheckDepth): Promise<string | null> {
  return problemIn(octets.length, () => checkInput(octets, depth));
}

/** What the check throws, in words, or how slow it is; null if it is well. Slowness counts if it stays. */
async function problemIn(length: number, check: () => Promise<void>): Promise<string | null> {
  let fastest = Number.POSITIVE_INFINITY;
  const patience = PATIENCE + length * PATIENCE_AN_OCTET;
  for (let attempt = 0; attempt < 3 && fastest > patience; attempt++) {
    // Processor time: on a busy machine the clock runs longer, the processor time does not.
    const before = process.cpuUsage();
    try {
      await check();
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ""}` : String(error);
    }
    const { user, system } = process.cpuUsage(before);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest > patience ? `took ${fastest.toFixed(0)} ms, ${length} octets` : null;
}

function byForm(seeds: readonly FormedSeed[]): ReadonlyMap<FuzzedForm, readonly FormedSeed[]> {
  const groups = new Map<FuzzedForm, FormedSeed[]>();
  for (const seed of seeds) groups.set(seed.form, [...(groups.get(seed.form) ?? []), seed]);
  return groups;
}
