import { present } from "../base/assert.ts";
import { decodeLink } from "../share/decode-link.ts";
import { describeLinkRefusal } from "../share/describe-link-refusal.ts";
import { openShared } from "../share/open-shared.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { writeConnection } from "./connection-line.ts";
import type { JsonLines } from "./json-lines.ts";
import { linkFields } from "./link-fields.ts";
import type { InspectOptions } from "./options.ts";

/** Why an input is refused: a kind for programs, a sentence for people. */
export interface Refused {
  readonly kind: string;
  readonly reason: string;
}

const ADDRESS = /^(?:https?:\/\/[^#]*)?#+/u;

/** Whether an argument is a link, `#…` or a whole address with one, not a file. */
export function isLinkArgument(argument: string): boolean {
  return ADDRESS.test(argument);
}

/** Reports on a link as on a capture that holds this one connection. */
export async function inspectLink(
  link: string,
  { connectionsOnly, links }: InspectOptions,
  output: JsonLines,
): Promise<Refused | null> {
  const result = await decodeLink(link.replace(ADDRESS, ""));
  if (!result.ok) return { kind: result.error.code, reason: describeLinkRefusal(result.error) };
  const { table, connections } = openShared(result.value);
  const connection = present(connections[0], "the connection of the link");
  const more = await linkFields(links, table, connections, connection);
  const analysis = analyseConnection(table, connections, connection.id);
  await writeConnection(output, link, analysis, connectionsOnly, { ...leftOut(result.value), ...more });
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

/** What a link may say of the connection beside its segments. */
function leftOut({ title, folds, lacksTimestampsAndSack }: SharedConnection): object {
  return {
    ...(title !== "" && { title }),
    ...(folds.length > 0 && { folds }),
    ...(lacksTimestampsAndSack && { lacksTimestampsAndSack }),
  };
}
