export const ends = { client: "Client", server: "Server" };

export const unknownState: string = "unknown";
