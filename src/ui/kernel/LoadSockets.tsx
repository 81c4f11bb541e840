import { useEffect, useMemo } from "react";
import { textsBeside } from "../../store/sockets/sockets.ts";
import { useSynfin } from "../use-synfin.ts";

/** Asks what kernels say of the connection on screen, and again when more texts beside the capture were read. */
export function LoadSockets() {
  const connection = useSynfin(({ selection }) => selection?.connection);
  const choice = useSynfin((state) => state.choice);
  const looks = useSynfin((state) => state.looks);
  const load = useSynfin((state) => state.loadSockets);
  const beside = useMemo(() => textsBeside(choice, looks), [choice, looks]);
  useEffect(() => {
    if (connection !== undefined) load(connection, beside).catch(() => undefined);
  }, [connection, beside, load]);
  return null;
}
