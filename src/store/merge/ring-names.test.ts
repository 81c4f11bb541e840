import { expect, test } from "vitest";
import { areNamedAsRing } from "./ring-names.ts";

test.each([
  [true, ["ring.pcap0", "ring.pcap1", "ring.pcap2"]],
  [true, ["ring.pcap", "ring.pcap1"]],
  [true, ["cap_00001_20261130180000.pcapng", "cap_00002_20261130180010.pcapng"]],
  [false, ["client.pcap", "server.pcap"]],
  [false, ["01-handshake.pcap", "02-refused.pcap"]],
  [false, ["same.pcap", "same.pcap"]],
  [false, ["alone.pcap0"]],
])("%s for %j", (isRing, names) => expect(areNamedAsRing(names)).toBe(isRing));
