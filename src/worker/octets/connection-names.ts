import { visibleText } from "../../base/visible-text.ts";
import type { ConnectionNames } from "../questions.ts";
import type { GroupedCapture } from "../read-source.ts";

/** How the comments of capturing programs name a process, a container or a pod: `Cmd: /usr/bin/curl`. */
const IN_COMMENT =
  /^\s*(?:proc(?:ess)?|pname|cmd|command|comm|pod(?:_?name)?|container(?:_?name)?)\s*[:=]\s*(\S.*)$/gimu;
const LONGEST_COMMENT = 80;
/** How many segments of each end may stand before the one that tells a name. */
const WITHIN = 64;

/** What is known of who a connection is, in one text: the name in its data, DNS, its process, its comment. */
export async function namesOf({ capture, connections }: GroupedCapture): Promise<ConnectionNames> {
  const { table, names } = capture;
  const nameOf = new Uint32Array(connections.length);
  const isBare = !names?.ofRow.size && !names?.processOfRow.size && !names?.ofAddress.size;
  if (isBare && table.comments.size === 0) return { names: [], nameOf, isFull: false };
  const indices = new Map<string, number>();
  for (let id = 0; id < connections.length; id++) {
    const parts = new Set<string>();
    const count = Math.min(connections.rowCount(id), WITHIN);
    for (let position = 1; position <= count; position++) {
      const row = connections.rowAt(id, position);
      const told = [names?.ofRow.get(row), names?.processOfRow.get(row), commented(table.comments.get(row))];
      for (const part of told) if (part !== undefined) parts.add(part);
    }
    const client = connections.clientOf(id);
    const flow = client >>> 1;
    const server = (client & 1) === 0 ? table.flows.b(flow) : table.flows.a(flow);
    const address = names?.ofAddress.get(server.address);
    if (address !== undefined && ![...parts].some((part) => part.includes(address))) parts.add(address);
    if (parts.size === 0) continue;
    const name = visibleText([...parts].join(" · "));
    const index = indices.get(name) ?? indices.size + 1;
    indices.set(name, index);
    nameOf[id] = index;
  }
  return { names: [...indices.keys()], nameOf, isFull: names?.isFull ?? false };
}

function commented(comment: string | undefined): string | undefined {
  if (comment === undefined) return undefined;
  const told = [...comment.matchAll(IN_COMMENT)].map(([, text]) => text);
  return told.length > 0 ? told.join(" ") : comment.split("\n")[0]?.slice(0, LONGEST_COMMENT);
}
