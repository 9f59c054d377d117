import { useRef, useState } from "react";
import { uploadOne } from "./upload-one";

export type Upload = {
  id: number;
  file: File;
  /** 0–1 of the bytes sent. */
  progress: number;
  state: "waiting" | "sending" | "failed";
  message: string | null;
  /** Sending the same file again can help. */
  mayRetry: boolean;
};

/** Files on their way, one after the other so that a slow line finishes some; what is taken leaves the list. */
export function useUploads(carId: string, onUploaded: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useRef<Upload[]>([]);
  const isSending = useRef(false);
  const nextId = useRef(1);

  const patch = (id: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  const drop = (id: number) => setUploads((all) => all.filter((upload) => upload.id !== id));

  const send = async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (let upload = queue.current.shift(); upload; upload = queue.current.shift()) {
      const { id, file } = upload;
      patch(id, { state: "sending", message: null, progress: 0 });
      const outcome = await uploadOne(carId, file, (progress) => patch(id, { progress }));
      if (outcome.ok) {
        drop(id);
        onUploaded();
      } else patch(id, { state: "failed", message: outcome.message, mayRetry: outcome.mayRetry });
    }
    isSending.current = false;
  };

  const enqueue = (added: readonly Upload[]) => {
    queue.current.push(...added);
    void send();
  };

  return {
    uploads,
    add(files: readonly File[]) {
      const state = "waiting" as const;
      const added = files.map((file) => ({
        ...{ id: nextId.current++, file, progress: 0, state, message: null, mayRetry: false },
      }));
      setUploads((all) => [...all, ...added]);
      enqueue(added);
    },
    retry(upload: Upload) {
      patch(upload.id, { state: "waiting", message: null });
      enqueue([upload]);
    },
    drop: (upload: Upload) => drop(upload.id),
  };
}
