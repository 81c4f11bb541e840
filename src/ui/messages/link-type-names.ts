/** Link types that are not read, as tcpdump.org/linktypes.html calls them (without LINKTYPE_), by their number. */
const NAMES: Readonly<Record<number, string>> = {
  2: "EXP_ETHERNET",
  3: "AX25",
  4: "PRONET",
  5: "CHAOS",
  99: "SYMANTEC_FIREWALL",
  114: "LTALK",
  118: "CISCO_IOS",
  120: "AIRONET_HEADER",
  130: "JUNIPER_MLPPP",
  131: "JUNIPER_MLFR",
  132: "JUNIPER_ES",
  133: "JUNIPER_GGSN",
  134: "JUNIPER_MFR",
  135: "JUNIPER_ATM2",
  136: "JUNIPER_SERVICES",
  137: "JUNIPER_ATM1",
  139: "MTP2_WITH_PHDR",
  140: "MTP2",
  141: "MTP3",
  142: "SCCP",
  144: "LINUX_IRDA",
  165: "BACNET_MS_TP",
  169: "GPRS_LLC",
  177: "LINUX_LAPD",
  182: "MFR",
  187: "BLUETOOTH_HCI_H4",
  189: "USB_LINUX",
  195: "IEEE802_15_4_WITHFCS",
  196: "SITA",
  199: "IPMB_LINUX",
  201: "BLUETOOTH_HCI_H4_WITH_PHDR",
  202: "AX25_KISS",
  203: "LAPD",
  209: "I2C_LINUX",
  215: "IEEE802_15_4_NONASK_PHY",
  220: "USB_LINUX_MMAPPED",
  224: "FC_2",
  225: "FC_2_WITH_FRAME_DELIMS",
  227: "CAN_SOCKETCAN",
  230: "IEEE802_15_4_NOFCS",
  231: "DBUS",
  243: "MPEG_2_TS",
  245: "NFC_LLCP",
  246: "PFSYNC",
  247: "INFINIBAND",
  248: "SCTP",
  249: "USBPCAP",
  250: "RTAC_SERIAL",
  251: "BLUETOOTH_LE_LL",
  253: "NETLINK",
  254: "BLUETOOTH_LINUX_MONITOR",
  255: "BLUETOOTH_BREDR_BB",
  256: "BLUETOOTH_LE_LL_WITH_PHDR",
  257: "PROFIBUS_DL",
  266: "USB_DARWIN",
  268: "SDLC",
  270: "LORATAP",
  271: "VSOCK",
  272: "NORDIC_BLE",
  273: "DOCSIS31_XRA31",
  279: "EBHSCR",
  280: "VPP_DISPATCH",
  283: "IEEE802_15_4_TAP",
  288: "USB_2_0",
  289: "ATSC_ALP",
  290: "ETW",
  291: "NETANALYZER_NG",
};
/** LINKTYPE_USER0 to LINKTYPE_USER15, for private use. */
const [FIRST_PRIVATE, LAST_PRIVATE] = [147, 162];

/** `283 (IEEE802_15_4_TAP)`; the number alone where it has no name here. */
export function linkTypeName(type: string): string {
  const number = Number(type);
  const name = isPrivateLinkType(number) ? `USER${number - FIRST_PRIVATE}` : NAMES[number];
  return name === undefined ? type : `${type} (${name})`;
}

/** Whether only who wrote the file knows what its records hold. */
export function isPrivateLinkType(type: number): boolean {
  return type >= FIRST_PRIVATE && type <= LAST_PRIVATE;
}
