/** One end of a flow: an address and a port as the capture gives them. */
export interface Endpoint {
  /** IPv4 dotted, IPv6 in RFC 5952 form, or the host name that a text capture printed. */
  readonly address: string;
  /** Port 0..65535, or the service name that a text capture printed; empty where it printed none. */
  readonly port: number | string;
}

/** `10.0.0.1:80`, `[2001:db8::1]:80`; without a port the address alone. */
export function formatEndpoint({ address, port }: Endpoint): string {
  if (port === "") return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
