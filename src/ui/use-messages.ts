import { createContext, useContext } from "react";
import { present } from "../base/assert.ts";
import type { Messages } from "./messages/en.ts";

export const MessagesContext = createContext<Messages | null>(null);

/** The words of the interface in the language chosen. */
export function useMessages(): Messages {
  return present(useContext(MessagesContext), "the words");
}
