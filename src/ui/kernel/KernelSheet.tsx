import "./kernel.css";
import { formatEndpoint } from "../../segments/endpoint.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { kernelWords } from "./kernel.words.ts";
import { wordSaid } from "./word-socket.ts";

/** What kernels say of the connection on screen, row by row, and the sockets that fit no connection. */
export function KernelSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(kernelWords);
  const sockets = useSynfin((state) => state.sockets);
  const { columns } = words;
  return (
    <Dialog className="kernel" title={words.title} close={words.close} onClose={onClose}>
      {(sockets === null || sockets.placed.length === 0) && <p>{words.none}</p>}
      {sockets !== null && sockets.placed.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.place}</th>
              <th scope="col">{columns.end}</th>
              <th scope="col">{columns.says}</th>
              <th scope="col">{columns.shown}</th>
            </tr>
          </thead>
          <tbody>
            {sockets.placed.map((socket) => (
              <tr key={`${socket.observation.line} ${socket.observation.text}`} data-verdict={socket.verdict}>
                <td>{words.after(socket.position)}</td>
                <td>{words.ends[socket.side ?? "middlebox"]}</td>
                <td title={socket.observation.text}>{wordSaid(socket.observation, words)}</td>
                <td>
                  {socket.verdict === "contradicts"
                    ? words.shown.contradicts(socket.expected.join(", "))
                    : words.shown[socket.verdict]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sockets !== null && sockets.fitNone.length > 0 && (
        <>
          <p>{words.fitNone}</p>
          <ul>
            {sockets.fitNone.map((socket) => (
              <li key={socket.line}>
                {wordSaid(socket, words)} {formatEndpoint(socket.local)} – {formatEndpoint(socket.peer)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
