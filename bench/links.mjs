// How long the links of connections are that the benchmark's own captures hold, everything kept.
import { join } from "node:path";
import { inspectFiles } from "../scripts/inspect-files.mjs";
import { measureLink } from "../scripts/measure-links.mjs";
import { makeCapture } from "./captures.mjs";
import { summarise } from "./interactions.mjs";

const CONNECTIONS = 400;

/** @returns {{short: object, long: object}} characters: median and longest, of IPv4 connections by number of segments */
export function measureLinks(folder) {
  makeCapture("links", join(folder, "links.pcap"));
  const links = [];
  for (const [, connections] of inspectFiles(folder, ["links.pcap"], ["--links"])) {
    links.push(...connections.slice(0, CONNECTIONS).map(measureLink));
  }
  const between = (least, most) => {
    const found = links.filter(({ segments, isIpv6 }) => !isIpv6 && segments >= least && segments <= most);
    if (found.length === 0) return undefined;
    const lengths = found.map(({ link }) => link);
    const shares = found.map(({ link, arrays }) => link / arrays);
    return {
      connections: found.length,
      median: summarise(lengths).median,
      longest: Math.max(...lengths),
      share: summarise(shares).median,
    };
  };
  return { short: between(10, 12), long: between(95, 110) };
}
