/**
 * Lets everything that waits have its turn: messages, timers, reads. A message to oneself, because nested timers
 * are held up for 4 ms each.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
