import { useEffect, useRef, useState } from "react";
import { type ExtraKind, loadSamplePhotos } from "./api";
import { PhoneIcon, type PhoneIconName } from "./icons";

type AttachMenuProps = {
  extras: readonly ExtraKind[];
  onClose(): void;
  onPickFiles(): void;
  onPhotos(photos: File[]): void;
  onExtra(kind: ExtraKind): void;
};

const EXTRAS: Record<ExtraKind, { icon: PhoneIconName; label: string }> = {
  location: { icon: "location", label: "Lokasi" },
  voice: { icon: "mic", label: "Suara" },
  document: { icon: "document", label: "Dokumen" },
  contact: { icon: "contact", label: "Kontak" },
  sticker: { icon: "sticker", label: "Stiker" },
};

export function AttachMenu({ extras, onClose, onPickFiles, onPhotos, onExtra }: AttachMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const samples = useSamples();

  useEffect(() => {
    menu.current?.querySelector("button")?.focus();
    const closeOutside = (event: PointerEvent) => {
      const isInside =
        event.target instanceof Element && event.target.closest(".composer") === menu.current?.parentElement;
      if (!isInside) onClose();
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [onClose]);

  const choose = (action: () => void) => () => {
    onClose();
    action();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from wherever the focus is in it
    <div ref={menu} className="attach-menu" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <Choice icon="image" label="Foto" tone="photo" onClick={choose(onPickFiles)} />
      {samples.length > 0 && (
        <Choice icon="car" label="Foto contoh" tone="sample" onClick={choose(() => onPhotos(samples))} />
      )}
      {extras.map((kind) => (
        <Choice key={kind} {...EXTRAS[kind]} tone={kind} onClick={choose(() => onExtra(kind))} />
      ))}
    </div>
  );
}

function Choice(props: { icon: PhoneIconName; label: string; tone: string; onClick(): void }) {
  return (
    <button type="button" onClick={props.onClick}>
      <span data-tone={props.tone}>
        <PhoneIcon name={props.icon} className="size-6" />
      </span>
      {props.label}
    </button>
  );
}

function useSamples(): File[] {
  const [samples, setSamples] = useState<File[]>([]);
  useEffect(() => void loadSamplePhotos().then(setSamples, () => undefined), []);
  return samples;
}
