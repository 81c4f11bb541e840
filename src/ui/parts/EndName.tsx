import type { Endpoint } from "../../segments/endpoint.ts";
import { useEndpointText } from "../use-endpoint-text.ts";

interface EndNameProps {
  readonly className: string;
  readonly endpoint: Endpoint;
  /** Set if it is a cell of a table. */
  readonly role?: "gridcell";
}

/** The last group of an address, which distinguishes hosts of one network, and the port; of a name the port alone. */
const TAIL = /(?::[0-9a-f:]{1,5}\]|(?<=^\d+\.\d+\.\d+)\.\d+)?:[^:]*$/u;

/**
 * An endpoint in one line. If there is no room, it cuts the middle of an address, or the end of a
 * name, never the port.
 */
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
