import { formatCount } from "../../../figures.ts";
import { counted } from "../start/wording.ts";

export const segment = {
  tabsLabel: "About this segment",
  title: (position: number, last: number) => `Segment ${formatCount(position)} of ${formatCount(last)}`,
  none: "No segment yet",
  sends: (sender: string, flags: string) => `${sender} sends ${flags}`,
  noFlags: "no flags",
  sendsData: (sends: string, octets: string) => `${sends}, ${octets}`,
  withData: (octets: number) => counted(octets, "octet of data", "octets of data"),
};
