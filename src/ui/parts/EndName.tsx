import type { Endpoint } from "../../segments/endpoint.ts";
import { useEndpointText } from "../use-endpoint-text.ts";

interface EndNameProps {
  readonly className: string;
  readonly endpoint: Endpoint;
  /** Where it is a cell of a table by itself. */
  readonly role?: "gridcell";
}

/** An endpoint in one line. Where there is no room the address is cut, never the port. */
export function EndName({ className, endpoint, role }: EndNameProps) {
  const name = useEndpointText()(endpoint);
  const portAt = name.lastIndexOf(":");
  return (
    <span className={`end-name ${className}`} role={role} title={name}>
      <span className="address">{name.slice(0, portAt)}</span>
      <span>{name.slice(portAt)}</span>
    </span>
  );
}
