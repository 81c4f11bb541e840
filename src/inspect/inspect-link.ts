import { present } from "../base/assert.ts";
import { decodeLink } from "../share/decode-link.ts";
import { describeLinkRefusal } from "../share/describe-link-refusal.ts";
import { decodeLab, isLabLink } from "../share/lab-link.ts";
import { openShared } from "../share/open-shared.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { writeConnection } from "./connection-line.ts";
import { inspectScript } from "./inspect-script.ts";
import type { JsonLines } from "./json-lines.ts";
import { linkFields } from "./link-fields.ts";
import { clockFields, MergedLine } from "./merged-line.ts";
import type { InspectOptions } from "./options.ts";
import type { Refused } from "./refused.ts";

const ADDRESS = /^(?:https?:\/\/[^#]*)?#+/u;

/** Whether an argument is a link, `#…` or a whole address with one, not a file. */
export function isLinkArgument(argument: string): boolean {
  return ADDRESS.test(argument);
}

/** Reports on a link as on a capture that holds this one connection. */
export async function inspectLink(
  link: string,
  options: InspectOptions,
  output: JsonLines,
): Promise<Refused | null> {
  const fragment = link.replace(ADDRESS, "");
  if (isLabLink(fragment)) return await inspectLabLink(link, fragment, options, output);
  const { connectionsOnly, links } = options;
  const result = await decodeLink(fragment);
  if (!result.ok) return { kind: result.error.code, reason: describeLinkRefusal(result.error) };
  const { table, connections, witnessed } = openShared(result.value);
  const { witnesses } = result.value;
  const connection = present(connections[0], "the connection of the link");
  const more = await linkFields(links, table, connections, connection, witnesses);
  const analysis = analyseConnection(table, connections, connection.id, { witnessed });
  const fields = { ...leftOut(result.value), ...more };
  const line = witnesses === null ? undefined : new MergedLine(analysis, witnesses);
  await writeConnection(output, link, analysis, connectionsOnly, fields, line);
  const { length } = result.value.segments;
  await output.write({
    summary: {
      file: link,
      format: "link",
      records: length,
      segments: length,
      connections: 1,
      skipped: {},
      warnings: [],
    },
  });
  return null;
}

/** A link that holds a script of the laboratory. */
async function inspectLabLink(
  link: string,
  fragment: string,
  options: InspectOptions,
  output: JsonLines,
): Promise<Refused | null> {
  const text = await decodeLab(fragment);
  if (!text.ok) return { kind: text.error.code, reason: describeLinkRefusal(text.error) };
  return await inspectScript(link, text.value, options, output);
}

/** What a link may say of the connection beside its segments. */
function leftOut({
  title,
  folds,
  lacksTimestampsAndSack,
  witnesses,
  notes,
  unread,
}: SharedConnection): object {
  return {
    ...(title !== "" && { title }),
    ...(folds.length > 0 && { folds }),
    ...(lacksTimestampsAndSack && { lacksTimestampsAndSack }),
    ...(witnesses !== null && { witnesses: 2, clock: clockFields(witnesses) }),
    ...(notes.length > 0 && { notes }),
    ...(unread.length > 0 && { unread }),
  };
}
