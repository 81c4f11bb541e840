import { useCallback } from "react";
import { visibleText } from "../base/visible-text.ts";
import { type Endpoint, formatEndpoint } from "../segments/endpoint.ts";
import { captureOf } from "../store/selectors.ts";
import { useSynfin } from "./use-synfin.ts";

/** Writes an endpoint as `address:port`, or with the name that the capture gives to its address, if names are wanted. */
export function useEndpointText(): (endpoint: Endpoint) => string {
  const hostNames = useSynfin((state) => (state.hosts === "names" ? captureOf(state)?.hostNames : undefined));
  return useCallback(
    (endpoint) => {
      const name = hostNames?.get(endpoint.address);
      return visibleText(name === undefined ? formatEndpoint(endpoint) : `${name}:${endpoint.port}`);
    },
    [hostNames],
  );
}
