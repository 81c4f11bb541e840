import type { SharedConnection } from "../shared-connection.ts";
import { LONGEST_NAME, LONGEST_TITLE, MOST_ERRORS, MOST_FOLDS, MOST_SEGMENTS } from "./format.ts";

/** Whether a reader accepts what a link of the connection would claim. */
export function fitsLink({
  segments,
  client,
  server,
  hostNames,
  icmpErrors,
  folds,
  title,
}: SharedConnection): boolean {
  const names = [client.address, server.address, ...hostNames.values(), ...icmpErrors.map(reporterOf)];
  return (
    segments.length > 0 &&
    segments.length <= MOST_SEGMENTS &&
    icmpErrors.length <= MOST_ERRORS &&
    folds.length <= MOST_FOLDS &&
    octetsOf(title) <= LONGEST_TITLE &&
    names.every((name) => octetsOf(name) <= LONGEST_NAME) &&
    [client, server].every(({ port }) => typeof port === "number" || octetsOf(port) <= LONGEST_NAME)
  );
}

function reporterOf({ reporter }: SharedConnection["icmpErrors"][number]): string {
  return reporter;
}

function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
