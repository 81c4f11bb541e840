import type { CaptureChoice } from "../capture-choice.ts";
import type { Analyser, CaptureSource, OneSource } from "../opened-capture.ts";
import type { Opened } from "../opened.ts";
import { LARGEST_LOOK } from "../survey-captures.ts";
import type { SynfinStore } from "../synfin-store.ts";
import type { OfferedKinship } from "./merging.ts";
import { areNamedAsRing } from "./ring-names.ts";

/** The most files that are read to find out what they have to do with the one on screen. */
const MOST_OTHERS = 64;

/** An open capture, and others that may belong to it. */
interface Candidates {
  readonly opened: OneSource;
  readonly others: readonly OneSource[];
}

/**
 * Finds out what other captures have to do with the open one: those that were given with it, or the one that was open
 * before. Asks for what two captures show of the connection on screen.
 * @param first what was opened first
 */
export function followMerging(
  store: SynfinStore,
  analyser: Pick<Analyser, "ask">,
  first: Opened | null,
): void {
  let now = first;
  let before: Opened | null = null;
  let asked: Opened | null = null;
  let told: unknown = null;

  const follow = (): void => {
    const { capture, lastOpened, selection } = store.getState();
    if (lastOpened !== now) {
      before = lastOpened === null ? null : now;
      now = lastOpened;
    }
    if (capture.kind !== "ready" || now === null) return;
    const { connections, judged, merge, link } = capture.value;
    if (asked !== now && judged === connections.length) {
      asked = now;
      const candidates = candidatesOf(now, before);
      if (candidates !== null) void offer(now, candidates);
    }
    if (selection?.analysis.kind !== "ready" || selection.analysis.value === told) return;
    told = selection.analysis.value;
    if (merge !== null || link !== null) void tell(selection.connection, told);
  };

  async function offer(opened: Opened, candidates: Candidates): Promise<void> {
    const kinship = await kinshipOf(analyser, candidates);
    if (kinship === null || store.getState().lastOpened !== opened) return;
    // Files that were dropped together, and are one capture, are read as one.
    if (kinship.kind === "pieces" && opened.choice !== null && kinship.connections > 0)
      store.getState().openAgain({ name: opened.name, source: kinship.source, choice: null }, null);
    else store.setState({ kinship });
  }

  async function tell(connection: number, analysis: unknown): Promise<void> {
    const answer = await analyser.ask("witnesses", connection).catch(() => null);
    const { selection } = store.getState();
    if (selection?.analysis.kind !== "ready" || selection.analysis.value !== analysis) return;
    store.setState({
      answered: connection,
      ...(answer?.told && { told: { connection, told: answer.told, shift: 0 } }),
    });
  }

  store.subscribe(follow);
  follow();
}

/** The captures that may belong to the open one; null where there is none. */
function candidatesOf({ source, choice }: Opened, before: Opened | null): Candidates | null {
  if (!isSingle(source)) return null;
  const given = choice === null ? [] : othersIn(choice);
  const others = choice !== null ? given : before !== null && isSingle(before.source) ? [before.source] : [];
  const readable = others.filter((other) => other.kind === "text" || other.file.size <= LARGEST_LOOK);
  return readable.length === 0 || readable.length > MOST_OTHERS ? null : { opened: source, others: readable };
}

function isSingle(source: CaptureSource): source is OneSource {
  return source.kind === "file" || source.kind === "text";
}

function othersIn({ entries, current }: CaptureChoice): OneSource[] {
  return entries.flatMap(({ file }, index) => (index === current ? [] : [{ kind: "file", file } as const]));
}

async function kinshipOf(
  analyser: Pick<Analyser, "ask">,
  { opened, others }: Candidates,
): Promise<OfferedKinship | null> {
  const names = others.map(nameOf);
  const areAlike = areNamedAsRing([nameOf(opened), ...names]);
  const answer = await analyser.ask("kinship", others, areAlike).catch(() => null);
  const kinship = answer?.kinship ?? null;
  if (kinship === null) return null;
  if (kinship.kind === "pieces") {
    const sources = [opened, ...others];
    const name = `${nameOf(opened)} … ${names.toSorted().at(-1) ?? ""}`;
    return {
      kind: "pieces",
      names,
      connections: kinship.crossing,
      source: { kind: "pieces", name, sources },
    };
  }
  const other = others[kinship.other];
  if (other === undefined) return null;
  const name = `${nameOf(opened)} + ${nameOf(other)}`;
  return {
    kind: kinship.kind,
    names: [nameOf(other)],
    connections: kinship.kind === "both" ? kinship.connections : 0,
    source: { kind: "pair", name, sources: [opened, other] },
  };
}

function nameOf(source: OneSource): string {
  return source.kind === "file" ? source.file.name : source.name;
}
