import {
  type ChangeEvent,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import type { ExtraKind } from "./api";
import { AttachMenu } from "./attach-menu";
import { PhoneIcon } from "./icons";
import { PhotoTray } from "./photo-tray";
import { type Draft, EMPTY_DRAFT } from "./use-drafts";

type ComposerProps = {
  draft: Draft;
  /** Another number than last time moves the cursor here. */
  focusRequest: number;
  extras: readonly ExtraKind[];
  onDraft(draft: Draft): void;
  onSend(content: Draft, extra: ExtraKind | null): void;
};

export function Composer({ draft, focusRequest, extras, onDraft, onSend }: ComposerProps) {
  const textBox = useRef<HTMLTextAreaElement>(null);
  const filePicker = useRef<HTMLInputElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const isEmpty = draft.text.trim() === "" && draft.photos.length === 0;

  useEffect(() => {
    if (focusRequest > 0) textBox.current?.focus();
  }, [focusRequest]);

  function addPhotos(files: Iterable<File>): void {
    const photos = [...draft.photos, ...files];
    if (photos.length > draft.photos.length) onDraft({ ...draft, photos });
    textBox.current?.focus();
  }

  function pickFiles(event: ChangeEvent<HTMLInputElement>): void {
    addPhotos(event.target.files ?? []);
    event.target.value = "";
  }

  function paste(event: ClipboardEvent): void {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    addPhotos(event.clipboardData.files);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    addPhotos(event.dataTransfer.files);
  }

  function type(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!isEmpty) onSend(draft, null);
  }

  function sendExtra(extra: ExtraKind): void {
    setMenuOpen(false);
    onSend(EMPTY_DRAFT, extra);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping photos is a shortcut for the camera button
    <div className="composer" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {draft.photos.length > 0 && (
        <PhotoTray photos={draft.photos} onChange={(photos) => onDraft({ ...draft, photos })} />
      )}
      {isMenuOpen && (
        <AttachMenu
          extras={extras}
          onClose={() => setMenuOpen(false)}
          onPickFiles={() => filePicker.current?.click()}
          onPhotos={addPhotos}
          onExtra={sendExtra}
        />
      )}
      <div className="composer-row">
        <div className="composer-pill">
          <button
            type="button"
            aria-expanded={isMenuOpen}
            aria-label="Lampirkan"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            <PhoneIcon name="plus" className={`size-6 transition-transform ${isMenuOpen ? "rotate-45" : ""}`} />
          </button>
          <textarea
            ref={textBox}
            rows={1}
            aria-label="Ketik pesan"
            placeholder={draft.photos.length > 0 ? "Keterangan…" : "Ketik pesan"}
            value={draft.text}
            onChange={(event) => onDraft({ ...draft, text: event.target.value })}
            onKeyDown={type}
            onPaste={paste}
          />
          <button type="button" aria-label="Pilih foto" onClick={() => filePicker.current?.click()}>
            <PhoneIcon name="camera" className="size-6" />
          </button>
        </div>
        <button
          type="button"
          className="composer-send"
          aria-label={isEmpty ? "Kirim pesan suara contoh" : "Kirim"}
          onClick={() => (isEmpty ? sendExtra("voice") : onSend(draft, null))}
        >
          <PhoneIcon name={isEmpty ? "mic" : "send"} className="size-6" />
        </button>
        <input ref={filePicker} type="file" accept="image/*" multiple hidden aria-label="Foto" onChange={pickFiles} />
      </div>
    </div>
  );
}
