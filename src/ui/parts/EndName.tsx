import type { Endpoint } from "../../segments/endpoint.ts";
import { useEndpointText } from "../use-endpoint-text.ts";

interface EndNameProps {
  readonly className: string;
  readonly endpoint: Endpoint;
  /** Where it is a cell of a table by itself. */
  readonly role?: "gridcell";
}

/** The last groups of an IPv6 address, which tell those of one network apart, and the port; of all others the port. */
const TAIL = /(?::[0-9a-f:]{1,5}\])?:[^:]*$/u;

/** An endpoint in one line. Where there is no room the middle of an IPv6 address is cut, the end of others, never the port. */
export function EndName({ className, endpoint, role }: EndNameProps) {
  const name = useEndpointText()(endpoint);
  const portAt = name.search(TAIL);
  return (
    <span className={`end-name ${className}`} role={role} title={name}>
      <span className="address">{name.slice(0, portAt)}</span>
      <span>{name.slice(portAt)}</span>
    </span>
  );
}
