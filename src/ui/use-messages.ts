import { createContext, useContext } from "react";
import { en, type Messages } from "./messages/en.ts";

export const MessagesContext = createContext<Messages>(en);

/** The words of the interface in the language chosen. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}
